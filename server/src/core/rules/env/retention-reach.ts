// What the variables for keeping messages do not reach: uploaded files, and the history of rooms.

import type { EnvRule } from "../rule.ts";
import { componentOf, givenIn, oneValue } from "./shared/given.ts";
import { listItems, trimmed } from "./shared/listItems.ts";
import { knownSubjects, subjectsOf, valueSpan } from "./shared/subject.ts";

/** Both modules keep things for a week by themselves. */
const DEFAULT_DAYS = "7";

export const retentionReach: EnvRule = {
  kind: "env",
  id: "retention-reach",
  severity: "information",
  check(context) {
    const subjects = subjectsOf(context);
    const given = givenIn(subjects);
    const known = knownSubjects(context);
    const retention = known.find(({ name }) => name === "PROSODY_RETENTION_DAYS");
    const archive = known.find(({ name }) => name === "PROSODY_ARCHIVE_EXPIRY_DAYS");
    const shown = archive ?? retention;
    const days = oneValue(shown);
    if (shown === undefined || days === undefined || days === "") return;
    const rooms = componentOf("muc", subjects);
    const history = given.get("PROSODY_MUC_MODULES");
    const names = history === undefined ? [] : listItems(history).map((item) => trimmed(item).text);
    const report = (subject: typeof shown, message: string): void => {
      context.report({ span: valueSpan(subject), message, page: subject.info.page });
    };
    if (typeof rooms === "object" && names.includes("muc_mam") && days !== DEFAULT_DAYS)
      report(
        shown,
        "This does not concern the history of rooms, which is kept for a week. Set `muc_log_expires_after` in the extra configuration.",
      );
    // Later versions took to loading `mam` for rooms as well, within the same series.
    if (
      typeof rooms === "object" &&
      context.schema.version === "0.12" &&
      (history === undefined || oneValue(history) !== undefined) &&
      !names.includes("muc_mam")
    )
      report(shown, "This keeps no history of rooms. Add `muc_mam` to `PROSODY_MUC_MODULES` if they should have one.");
    const uploads = componentOf("http_file_share", subjects);
    if (typeof uploads !== "object" || given.has("PROSODY_UPLOAD_EXPIRY_DAYS")) return;
    const period = oneValue(retention);
    if (retention === undefined || period === undefined || period === "" || period === DEFAULT_DAYS) return;
    report(
      retention,
      "This does not reach uploaded files: the image sets an option that no module reads, and files expire after a week. Set `http_file_share_expires_after` in the extra configuration.",
    );
  },
};
