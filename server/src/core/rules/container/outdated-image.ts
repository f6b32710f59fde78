// The name that the image had before.

import { IMAGE_NAMES } from "../../model/container.ts";
import type { ContainerRule } from "../rule.ts";
import { changeTo, offer } from "../env/shared/edits.ts";
import { isTooOld, officialContainers } from "./shared/official.ts";

export const outdatedImage: ContainerRule = {
  kind: "container",
  id: "outdated-image",
  severity: "warning",
  check({ file, report }) {
    const said = new Set<number>();
    for (const { image } of officialContainers(file)) {
      if (image.official !== "outdated" || said.has(image.span.start)) continue;
      said.add(image.span.start);
      const place = image.nameSpan;
      const old = isTooOld(image) ? " Choose a newer tag too: what is known of the image begins with 0.12." : "";
      report({
        span: place ?? image.span,
        message: `\`${IMAGE_NAMES.outdated}\` is the old name of the image. It is called \`${IMAGE_NAMES.current}\` now.${old}`,
        tags: ["deprecated"],
        // It may bring a newer version of Prosody.
        ...offer(place === undefined || isTooOld(image) ? [] : [changeTo(IMAGE_NAMES.current, place, false)]),
      });
    }
  },
};
