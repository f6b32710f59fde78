// Images without a version: what runs then depends on when it was pulled.

import type { ContainerRule, Fix } from "../rule.ts";
import { imageVersionOf } from "../../schema/version.ts";
import type { Version } from "../../schema/types.ts";
import { offer } from "../env/shared/edits.ts";
import { officialContainers } from "./shared/official.ts";
import type { OfficialContainer } from "./shared/official.ts";

export const unpinnedImage: ContainerRule = {
  kind: "container",
  id: "unpinned-image",
  severity: "information",
  check({ file, schema, report }) {
    const said = new Set<number>();
    for (const { image } of officialContainers(file)) {
      const isLatest = image.tag === "latest" && image.digest === undefined;
      // The other name comes first.
      if (image.official === "outdated" || (image.pinned && !isLatest) || said.has(image.span.start)) continue;
      said.add(image.span.start);
      report({
        span: image.span,
        message: `${isLatest ? "With `latest`" : "Without a tag"} the version of Prosody depends on when the image was pulled. Name one, such as \`:${imageVersionOf(schema.version)}\`.`,
        ...offer(pin(image, schema.version)),
      });
    }
  },
};

/** The version that the settings name may be another than the one that runs, so one is asked. */
function pin(image: OfficialContainer["image"], version: Version): readonly Fix[] {
  const { nameSpan, verbatim, tag } = image;
  if (nameSpan === undefined || verbatim === undefined) return [];
  const wanted = imageVersionOf(version);
  const end = nameSpan.end + (tag === undefined ? 0 : tag.length + 1);
  return [{ title: `Use \`:${wanted}\``, edits: [{ span: { start: nameSpan.end, end }, newText: `:${wanted}` }], safe: false }];
}
