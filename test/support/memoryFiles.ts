// Files of a workspace that are texts in memory, by address, and what was asked of them.

import picomatch from "picomatch/posix";
import type { FindFilesParams, ListFolderParams, ReadFileParams } from "../../server/src/protocol.ts";
import type { Files } from "../../server/src/workspace/files.ts";

export function memoryFiles(
  textOf: (address: string) => string | undefined,
  addresses: () => Iterable<string>,
  asked: (what: string) => void = () => undefined,
): Files {
  const below = (folder: string): readonly string[] =>
    [...addresses()].flatMap((address) => (address.startsWith(`${folder}/`) ? [address.slice(folder.length + 1)] : []));
  return {
    readFile: (address) => {
      asked(address);
      return Promise.resolve(textOf(address));
    },
    listFolder: (folder) => {
      asked(`${folder}/`);
      const all = below(folder);
      if (all.length === 0) return Promise.resolve(undefined);
      const files = new Map(all.filter((name) => !name.includes("/")).map((name) => [name, `${folder}/${name}`]));
      const folders = new Set(all.flatMap((name) => (name.includes("/") ? [name.slice(0, name.indexOf("/"))] : [])));
      return Promise.resolve({ files, folders: [...folders], others: [] });
    },
    findFiles: (folder, patterns, limit) => {
      asked(`${folder} ${patterns.join(" ")}`);
      const found = below(folder).filter((name) => picomatch.isMatch(name, [...patterns], { dot: true }));
      return Promise.resolve(found.slice(0, limit).map((name) => `${folder}/${name}`));
    },
  };
}

/** Of a map that may change. */
export function filesOf(texts: ReadonlyMap<string, string>, asked?: (what: string) => void): Files {
  return memoryFiles(
    (address) => texts.get(address),
    () => texts.keys(),
    asked,
  );
}

/** What a client answers when the server asks for files, by the name of the request. */
export function fileAnswers(texts: ReadonlyMap<string, string>): Readonly<Record<string, (params: unknown) => unknown>> {
  const files = filesOf(texts);
  return {
    "prosody/readFile": (params) => {
      const text = texts.get((params as ReadFileParams).uri);
      return text === undefined ? null : { text };
    },
    "prosody/listFolder": async (params) => {
      const listing = await files.listFolder((params as ListFolderParams).folder, []);
      return listing === undefined ? null : { files: [...listing.files.keys()], folders: listing.folders };
    },
    "prosody/findFiles": async (params) => {
      const { folder, patterns, limit } = params as FindFilesParams;
      return { uris: await files.findFiles(folder, patterns, limit) };
    },
  };
}
