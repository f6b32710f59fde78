// What an open file says about its container, and the answers that come of it and of what the user wants.

import { analyse } from "../core/analyse.ts";
import type { Engine } from "../core/generate/engines.ts";
import { wishesOf } from "../core/generate/presets.ts";
import type { ContainerWishes } from "../protocol.ts";
import { containerSpec } from "../workspace/containerSpec.ts";
import type { ContainerSpec } from "../workspace/containerSpec.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Session } from "./session.ts";
import type { Settings } from "./settings.ts";

export interface ContainerOfFile extends ContainerSpec {
  readonly file: Snapshot;
  readonly docker: Settings["docker"];
}

/** Undefined: the document is not open, or neither a configuration nor an env file. */
export async function containerOf(
  session: Session,
  params: ContainerWishes & { readonly uri: string; readonly path: string },
  instead: { readonly engine?: Engine; /** Of an env file. */ readonly text?: string } = {},
): Promise<ContainerOfFile | undefined> {
  const file = await session.file(params.uri);
  if (file === undefined) return undefined;
  const { docker } = await session.settings.of(params.uri);
  const engine = instead.engine ?? params.engine ?? docker.engine;
  const { name, tag, restart, memory, network, healthCheck, noPorts } = params;
  const other = instead.text === undefined ? {} : { analysis: analyse("env", instead.text, { dialect: engine }) };
  const options = {
    path: params.path,
    preset: params.preset ?? "simple",
    engine,
    wishes: wishesOf({ name, tag, restart, memory, network, healthCheck, ports: noPorts === true ? [] : undefined }),
    evaluation: session.effective,
  };
  const spec = await containerSpec({ ...file, ...other }, options);
  return spec === undefined ? undefined : { file, docker, ...spec };
}
