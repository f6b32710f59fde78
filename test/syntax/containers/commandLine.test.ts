// Lines of `docker run` and `podman run`: which words a shell makes of them, and what their options say.

import { describe, expect, test } from "vitest";
import type { Container } from "../../../server/src/core/model/container.ts";
import { containersIn } from "../../support/containers.ts";

function run(text: string): Container | undefined {
  return containersIn(text, "shellScript").file.containers[0];
}

/** The words behind the image, with `?` for what is not known. */
function words(text: string): readonly string[] | undefined {
  return run(`docker run prosodyim/prosody ${text}`)?.command?.map((word) => word.text.replaceAll("\0", "?"));
}

describe("words", () => {
  test.each<[string, readonly string[]]>([
    ["a  b\tc", ["a", "b", "c"]],
    ["'a b' \"c d\" e\\ f", ["a b", "c d", "e f"]],
    ["a'b'\"c\"d", ["abcd"]],
    ['\'a\\b\' "a\\b" "a\\"b\\\\c\\$d\\`"', ["a\\b", "a\\b", 'a"b\\c$d`']],
    ["$A $AB/c x$1y $", ["?", "?/c", "x?y", "$"]],
    ['${A:-b}c "x${A}y" $(a b)c `a b` d', ["?c", "x?y", "?c"]],
    ['"a $B c" "`date`!"', ["a ? c", "?!"]],
    ["$$x a$-b $*", ["?x", "a?b", "?"]],
    ["a \\\n  b \\\r\n\tc\\\nd", ["a", "b", "cd"]],
    ["'a\nb' \"c\\\nd\"", ["a\nb", "cd"]],
    ["a # b", ["a"]],
    ["a#b", ["a#b"]],
    ["a; b", ["a"]],
    ["a && b", ["a"]],
    ["a | b", ["a"]],
    ["a\nb", ["a"]],
    ["a > b c", ["a"]],
    ["a 2>&1", ["a"]],
    ["a b>c", ["a", "b"]],
  ])("%j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each(["'a", '"a', '"a\\"'])("%j has no end, so nothing is read", (text) => {
    expect(run(`docker run prosodyim/prosody ${text}`)).toBeUndefined();
  });

  test("know where they stand", () => {
    const text = "docker run -e PROSODY_A='x' -e \"PROSODY_B=y\" -e PROSODY_C=z prosodyim/prosody";
    const at = run(text)?.variables.variables.map(({ nameSpan, valueSpan }) =>
      [nameSpan, valueSpan].map(({ start, end }) => text.slice(start, end)),
    );
    expect(at).toEqual([
      ["PROSODY_A", "'x'"],
      ["PROSODY_B", "y"],
      ["PROSODY_C", "z"],
    ]);
  });
});

describe("options", () => {
  test("give what a container has", () => {
    const container = run(
      "sudo docker container run -d --name=chat --hostname chat.example -u 1000 --network host -p 5222:5222 --publish=5269 -v data:/a --mount type=tmpfs,target=/run -ePROSODY_A=1 --env PROSODY_B=2 --env-file a.env --entrypoint sh prosodyim/prosody:13.0 -c id",
    );
    expect(container).toMatchObject({
      name: { text: "chat" },
      hostname: { text: "chat.example" },
      user: { text: "1000" },
      network: "host",
      incomplete: false,
      ownEntrypoint: true,
      image: { text: "prosodyim/prosody:13.0" },
      envFiles: [{ path: "a.env", dialect: "docker" }],
      ports: [{ host: 5222, container: { from: 5222 } }, { container: { from: 5269 } }],
      mounts: [
        { kind: "volume", source: "data", target: "/a" },
        { kind: "tmpfs", target: "/run" },
      ],
      command: [{ text: "-c" }, { text: "id" }],
    });
    expect(container?.variables.variables.map(({ name }) => name)).toEqual(["PROSODY_A", "PROSODY_B"]);
  });

  test.each([
    ["docker run prosodyim/prosody", "own", false],
    ["podman run --pod chat prosodyim/prosody", "own", true],
    ["docker run -P prosodyim/prosody", "own", true],
    ["docker run --volumes-from a prosodyim/prosody", "own", true],
    ["podman run --env-host prosodyim/prosody", "own", true],
    ["docker run --env-file $FILE prosodyim/prosody", "own", true],
    ["docker run $OPTIONS prosodyim/prosody", "own", true],
    ["docker run --net=none -- prosodyim/prosody", "other", false],
    ["docker run --network container:a prosodyim/prosody", "other", false],
    ["docker run --network bridge prosodyim/prosody", "own", false],
  ])("%s", (text, network, incomplete) => {
    expect(run(text)).toMatchObject({ network, incomplete, image: { name: "prosodyim/prosody" } });
  });

  test("of podman, env files follow podman's rules", () => {
    expect(run("podman run --env-file a.env prosodyim/prosody")?.envFiles).toMatchObject([{ dialect: "podman" }]);
  });
});

describe("commands", () => {
  test.each([
    ["$ docker run prosodyim/prosody", 1],
    ["cd /srv && A=1 sudo -E podman create prosodyim/prosody", 1],
    ["if true; then docker run prosodyim/prosody; fi\nexec nerdctl run prosodyim/prosody", 2],
    ["# docker run prosodyim/prosody", 0],
    ["echo docker run prosodyim/prosody", 0],
    ["docker runprosodyim/prosody prosodyim/prosody", 0],
  ])("%j: %d", (text, count) => {
    expect(containersIn(text, "shellScript").file.containers.length).toBe(count);
  });

  test.each([
    ["```sh\n# docker run prosodyim/prosody\n```\n", 1],
    ["~~~\ndocker run prosodyim/prosody\n~~~\ndocker run prosodyim/prosody\n", 1],
    ["````\n```\ndocker run prosodyim/prosody\n````\n", 1],
    ["```yaml\ndocker run prosodyim/prosody\n```\n", 0],
    ["```Console\n$ docker run prosodyim/prosody\n", 0],
  ])("in Markdown %j: %d", (text, count) => {
    expect(containersIn(text, "markdown").file.containers.length).toBe(count);
  });
});
