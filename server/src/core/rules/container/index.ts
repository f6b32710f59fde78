// The rules for containers of the image. Generated from the files of this folder by `npm run generate`.

export { closedPort } from "./closed-port.ts";
export { literalQuotes } from "./literal-quotes.ts";
export { loopbackPort } from "./loopback-port.ts";
export { missingDataVolume } from "./missing-data-volume.ts";
export { outdatedImage } from "./outdated-image.ts";
export { pointlessVariables } from "./pointless-variables.ts";
export { randomHostName } from "./random-host-name.ts";
export { rootOwnedBindMount } from "./root-owned-bind-mount.ts";
export { secretInPlainText } from "./secret-in-plain-text.ts";
export { unpinnedImage } from "./unpinned-image.ts";
export { unquotedValue } from "./unquoted-value.ts";
export { unreadMount } from "./unread-mount.ts";
export { wrongCommand } from "./wrong-command.ts";
