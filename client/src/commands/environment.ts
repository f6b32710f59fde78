// The environment that configurations are evaluated with: an env file or a service of a compose file, picked by the user and kept for
// the workspace.

import * as vscode from "vscode";
import { COMPOSE_SERVICES_REQUEST } from "../../../server/src/protocol.ts";
import type { ComposeServicesParams, ComposeServicesReply, EffectiveParams } from "../../../server/src/protocol.ts";
import type { StartedClient } from "../start.ts";

/** One of them, or none: no variables. */
export type Environment = Pick<EffectiveParams, "envFile" | "service">;

export interface PickedEnvironment {
  readonly label: string;
  readonly environment: Environment;
}

const KEY = "prosody.environment";

const ENV_FILES = "{**/.env,**/.env.*,**/*.env}";
const COMPOSE_FILES = "{**/compose*.yaml,**/compose*.yml,**/docker-compose*.yml,**/docker-compose*.yaml}";
const EXCLUDED = "**/node_modules/**";

export function chosenEnvironment({ workspaceState }: vscode.ExtensionContext): Environment {
  const kept = workspaceState.get<string>(KEY);
  if (kept === undefined) return {};
  try {
    return JSON.parse(kept) as Environment;
  } catch {
    return {};
  }
}

export async function keepEnvironment({ workspaceState }: vscode.ExtensionContext, environment: Environment): Promise<void> {
  const none = environment.envFile === undefined && environment.service === undefined;
  await workspaceState.update(KEY, none ? undefined : JSON.stringify(environment));
}

export function isComposeFile({ uri }: vscode.TextDocument): boolean {
  return /\/(?:docker-)?compose[^/]*\.ya?ml$/.test(uri.path);
}

/** Undefined when the user gave up. */
export async function pickEnvironment(title: string, client: StartedClient): Promise<PickedEnvironment | undefined> {
  const none = { label: vscode.l10n.t("No variables"), environment: {} };
  const found = Promise.all([envFiles(), services(client)]).then((lists) => [none, ...lists.flat()]);
  return vscode.window.showQuickPick(found, {
    title,
    placeHolder: vscode.l10n.t("Which env file or compose service does the server run with?"),
  });
}

export async function pickEnvFile(title: string): Promise<PickedEnvironment | undefined> {
  return vscode.window.showQuickPick(envFiles(), { title, placeHolder: vscode.l10n.t("Which env file?") });
}

async function envFiles(): Promise<readonly PickedEnvironment[]> {
  const found = await vscode.workspace.findFiles(ENV_FILES, EXCLUDED, 50);
  return byLabel(found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), environment: { envFile: uri.toString() } })));
}

async function services(client: StartedClient): Promise<readonly PickedEnvironment[]> {
  const found = await vscode.workspace.findFiles(COMPOSE_FILES, EXCLUDED, 20);
  if (found.length === 0) return [];
  const server = await client();
  const ofFile = async (uri: vscode.Uri): Promise<readonly PickedEnvironment[]> => {
    const file = uri.toString();
    const params: ComposeServicesParams = { uri: file };
    const { services: names } = await server.sendRequest<ComposeServicesReply>(COMPOSE_SERVICES_REQUEST, params);
    const path = vscode.workspace.asRelativePath(uri);
    return names.map((name) => ({ label: `${path}: ${name}`, environment: { service: { file, name } } }));
  };
  return byLabel((await Promise.all(found.map(ofFile))).flat());
}

function byLabel(picks: readonly PickedEnvironment[]): readonly PickedEnvironment[] {
  return [...picks].sort((a, b) => (a.label < b.label ? -1 : 1));
}
