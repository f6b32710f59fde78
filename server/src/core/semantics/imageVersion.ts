// The version of Prosody that a file is for, by the images of the containers that it is put into, or that it gives variables to.

import { versionOfTag } from "../schema/imageTag.ts";
import type { Version } from "../schema/versions.ts";
import { isOfficial } from "../model/container.ts";
import { folderOf, resolvePath } from "../model/environment/files.ts";
import type { ContainerGraphFile } from "../model/environment/files.ts";
import { partsByService, puts } from "../model/environment/links.ts";
import type { ServicePart } from "../model/environment/links.ts";

export interface ImageVersion {
  readonly version: Version;
  /** With its tag. */
  readonly image: string;
  /** Of the file that names the image. */
  readonly path: string;
}

/** `paths`: the file and those of its configuration. Undefined: no container tells, or they do not agree. */
export function imageVersionFor(files: readonly ContainerGraphFile[], paths: readonly string[]): ImageVersion | undefined {
  const concerned = [...partsByService(files).values()].filter((parts) => parts.some((part) => concerns(part, paths)));
  // What is built here has the image of its Dockerfile, which says so itself.
  const named = concerned.flat().filter(({ container }) => container.image !== undefined);
  const found = named.map(({ file, container }) => {
    const { image } = container;
    const version = isOfficial(container) ? versionOfTag(image?.tag) : undefined;
    return version === undefined ? undefined : { version, image: `${image?.name ?? ""}:${image?.tag ?? ""}`, path: file.path };
  });
  const [first] = found;
  return found.every((one) => one?.version === first?.version) ? first : undefined;
}

function concerns({ file, container }: ServicePart, paths: readonly string[]): boolean {
  return paths.some((path) => {
    if (file.path === path) return isOfficial(container);
    const given = container.envFiles.some((one) => resolvePath(folderOf(file.path), one.path) === path);
    return given || puts(file, container, path);
  });
}
