// prosody/administration: commands for a container that runs already, of a compose file in front of the user or of any name.

import { fromComposeService } from "../../core/convert/fromComposeService.ts";
import { administration } from "../../core/generate/existingContainer.ts";
import type { RunningContainer } from "../../core/generate/existingContainer.ts";
import { renderCommand } from "../../core/generate/shell/render.ts";
import { officialContainers } from "../../core/rules/container/shared/official.ts";
import type { AdministrationParams, AdministrationReply } from "../../protocol.ts";
import type { Session } from "../session.ts";

const USUAL: RunningContainer = { kind: "container", name: "prosody" };

export async function onAdministration(session: Session, params: AdministrationParams): Promise<AdministrationReply> {
  const { engine, shell, account, uri } = params;
  const containers = uri === undefined ? [] : await described(session, uri);
  const container = params.container ?? containers[0] ?? USUAL;
  const made = administration(engine, container, account).map((one) => ({
    ...one,
    written: renderCommand(one.groups, shell, "oneLine"),
  }));
  const refused = made.map(({ written }) => written).find(({ ok }) => !ok);
  return {
    containers,
    commands: made.flatMap(({ task, title, account: asks, written }) =>
      written.ok ? [{ task, title, text: written.text, ...(asks === undefined ? {} : { account: asks }) }] : [],
    ),
    ...(refused === undefined || refused.ok ? {} : { reason: refused.reason }),
  };
}

async function described(session: Session, uri: string): Promise<readonly RunningContainer[]> {
  const file = await session.file(uri);
  if (file?.analysis.kind !== "container" || file.analysis.file.form !== "compose") return [];
  const { text } = file.analysis;
  return officialContainers(file.analysis.file).flatMap(({ name }): readonly RunningContainer[] => {
    if (name === undefined) return [];
    const service = fromComposeService(text, name.text, "docker");
    const own = service.ok ? service.answers.name : undefined;
    return [own === undefined || own === name.text ? { kind: "service", name: name.text } : { kind: "container", name: own }];
  });
}
