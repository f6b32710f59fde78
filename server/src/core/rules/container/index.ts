// The rules for containers of the image. Generated from the files of this folder by `npm run generate`.

import type { ContainerRule } from "../rule.ts";

export const CONTAINER_RULES: readonly ContainerRule[] = [];
