// Certificates of an ACME client without the intermediate certificate, although a file that has it lies beside.

import type { TypedText } from "./shared/texts.ts";
import { keyText } from "../../model/value.ts";
import { textRule } from "./shared/textRule.ts";

export const certificateWithoutChain = textRule({
  id: "certificate-without-chain",
  severity: "warning",
  kinds: ["path", "certificate"],
  problem(found) {
    const { text } = found;
    const meant = isCertificate(found) ? withChain(text) : undefined;
    if (meant === undefined) return undefined;
    return {
      says: "names the certificate alone. Many clients and servers refuse it without the intermediate certificate, which the file beside it has.",
      meant,
    };
  },
});

function isCertificate({ kinds, inside }: TypedText): boolean {
  return kinds.has("certificate") || (inside !== undefined && keyText(inside.entry) === "certificate");
}

/** As certbot, dehydrated and acme.sh name it. */
function withChain(path: string): string | undefined {
  const certbot = /^(.*\/(?:letsencrypt|dehydrated|certbot)\/.*\/)cert((?:-?\d+)?\.pem)$/.exec(path);
  if (certbot !== null) return `${certbot[1] ?? ""}fullchain${certbot[2] ?? ""}`;
  const acme = /^(.*\/\.acme\.sh\/[^/]+\/)(?!fullchain)[^/]+\.cer$/.exec(path);
  return acme === null ? undefined : `${acme[1] ?? ""}fullchain.cer`;
}
