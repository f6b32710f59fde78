// Where names and values of variables can be written in a file of containers, and in which form.

import { expect, test } from "vitest";
import { containersIn } from "../../support/containers.ts";

/** The form and the text of each place. */
function places(text: string): readonly (readonly [string, string])[] {
  return containersIn(text).file.containers.flatMap((container) =>
    container.places.map(({ style, span }) => [style, text.slice(span.start, span.end)] as const),
  );
}

const IMAGE = "    image: prosodyim/prosody:13.0\n";

test.each<[string, readonly (readonly [string, string])[]]>([
  [`services:\n  a:\n${IMAGE}    environment:\n      A: 1\n    ports: []\n`, [["map", "\n      A: 1\n"]]],
  [`services:\n  a:\n    environment:\n    - A=1\n${IMAGE}`, [["list", "\n    - A=1\n"]]],
  [`services:\n  a:\n${IMAGE}    environment:\n      \n      A: 1\n\nvolumes:\n`, [["map", "\n      \n      A: 1\n\n"]]],
  [`services:\n  a:\n${IMAGE}    environment:\n\n`, [["map", "\n\n"]]],
  [`services:\n  a:\n${IMAGE}    environment:\n      - \n  b:\n    image: x\n`, [["list", "\n      - \n"]]],
  [`services:\n  a:\n${IMAGE}    environment:`, [["map", ""]]],
  [`services:\n  a:\n    environment: {A: 1}\n${IMAGE}`, [["map", " {A: 1}\n"]]],
  [`services:\n  a: {image: "prosodyim/prosody:13.0", environment: {A: 1}}\n`, []],
  [`x-a: &a\n${IMAGE}    environment: {A: 1}\nservices:\n  a:\n    <<: *a\n`, []],
  [`services:\n  a:\n${IMAGE}`, []],
])("%j", (text, wanted) => {
  expect(places(text)).toEqual(wanted);
});
