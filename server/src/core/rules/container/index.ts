// The rules for containers of the image. Generated from the files of this folder by `npm run generate`.

import type { ContainerRule } from "../rule.ts";
import { closedPort } from "./closed-port.ts";
import { literalQuotes } from "./literal-quotes.ts";
import { loopbackPort } from "./loopback-port.ts";
import { missingDataVolume } from "./missing-data-volume.ts";
import { outdatedImage } from "./outdated-image.ts";
import { pointlessVariables } from "./pointless-variables.ts";
import { randomHostName } from "./random-host-name.ts";
import { rootOwnedBindMount } from "./root-owned-bind-mount.ts";
import { secretInPlainText } from "./secret-in-plain-text.ts";
import { unpinnedImage } from "./unpinned-image.ts";
import { unquotedValue } from "./unquoted-value.ts";
import { unreadMount } from "./unread-mount.ts";
import { wrongCommand } from "./wrong-command.ts";

export const CONTAINER_RULES: readonly ContainerRule[] = [
  closedPort,
  literalQuotes,
  loopbackPort,
  missingDataVolume,
  outdatedImage,
  pointlessVariables,
  randomHostName,
  rootOwnedBindMount,
  secretInPlainText,
  unpinnedImage,
  unquotedValue,
  unreadMount,
  wrongCommand,
];
