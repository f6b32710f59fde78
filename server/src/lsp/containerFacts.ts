// What an open file says about its container, and the answers that come of it and of what the user wants.

import type { Wishes } from "../core/generate/presets.ts";
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
  engine?: "podman",
): Promise<ContainerOfFile | undefined> {
  const file = await session.file(params.uri);
  const { docker } = await session.settings.of(params.uri);
  const spec =
    file &&
    (await containerSpec(file, {
      path: params.path,
      preset: params.preset ?? "simple",
      engine: engine ?? params.engine ?? docker.engine,
      wishes: wishesOf(params),
      evaluation: session.effective,
    }));
  return file === undefined || spec === undefined ? undefined : { file, docker, ...spec };
}

function wishesOf({ name, tag, restart, memory, network, healthCheck, noPorts }: ContainerWishes): Wishes {
  const given = (key: keyof Wishes, value: unknown): object => (value === undefined ? {} : { [key]: value });
  return {
    ...given("name", name),
    ...given("tag", tag),
    ...given("restart", restart),
    ...given("memory", memory),
    ...given("network", network),
    ...given("healthCheck", healthCheck),
    ...(noPorts === true ? { ports: [] } : {}),
  };
}
