// What the user should know about a container of the official image, whatever form it is written in.

import { isNetworkName } from "./answers.ts";
import type { ContainerAnswers } from "./answers.ts";
import { IMAGE_PATHS } from "../schema/imagePaths.ts";
import { isOfficialImage } from "./image.ts";
import type { Note } from "./note.ts";
import type { Form } from "./forms.ts";
import type { ContainerFacts } from "./presets.ts";

/** `facts` are known where the answers were made from a configuration. */
export function containerNotes(answers: ContainerAnswers, form: Form, facts?: ContainerFacts): readonly Note[] {
  const refused = form === "compose" ? facts?.envFile?.refused : undefined;
  const literal = form === "command" || form === "quadlet" ? (facts?.envFile?.notes ?? []) : [];
  const known = [
    ...(refused === undefined ? [] : [{ id: "env-file-refused", text: refused } as const]),
    ...(facts?.notes ?? []),
    ...literal,
    ...(facts === undefined ? dialectNotes(answers, form) : []),
  ];
  if (!isOfficialImage(answers.image)) return known;
  const names = variableNames(answers, facts);
  return [
    ...(names === undefined ? [] : settingsNotes(answers, names)),
    ...mountNotes(answers, names),
    // In a cluster files come from secrets, and the owner of the data is seen to.
    ...(form === "kubernetes" ? [] : ownerNotes(answers)),
    ...userNotes(answers),
    ...commandNotes(answers),
    ...known,
    ...(form === "kubernetes" ? [] : networkNotes(answers)),
  ];
}

/** Of files that nobody has read. */
function dialectNotes({ engine, envFiles }: ContainerAnswers, form: Form): readonly Note[] {
  if (form !== "command" || !envFiles.some(({ dialect }) => dialect === "compose")) return [];
  return [
    {
      id: "env-file-literal",
      text: `${engine} run takes each line of an env file literally, Compose does not: quotes, comments and \`$\` would become part of the values.`,
    },
  ];
}

function commandNotes({ command, entrypoint }: ContainerAnswers): readonly Note[] {
  if (entrypoint !== undefined || command[0] !== "prosodyctl") return [];
  return [
    {
      id: "command-doubled",
      text: "The image runs prosodyctl with whatever stands after its name, so `prosodyctl` must not stand there itself: leave the word out.",
    },
  ];
}

/** Undefined: they stand in a file that nobody has read. */
function variableNames({ envFiles, variables }: ContainerAnswers, facts?: ContainerFacts): ReadonlySet<string> | undefined {
  if (envFiles.length > 0 && facts?.envFile === undefined) return undefined;
  return new Set([...(facts?.envFile?.names ?? []), ...variables.map(({ name }) => name)]);
}

function hasOwnConfig({ mounts }: ContainerAnswers): boolean {
  return mounts.some(({ target }) => target === IMAGE_PATHS.configFile || isWholeFolder(target));
}

function isWholeFolder(target: string): boolean {
  return target.replace(/\/$/, "") === IMAGE_PATHS.config;
}

function settingsNotes(answers: ContainerAnswers, names: ReadonlySet<string>): readonly Note[] {
  const found: Note[] = [];
  const own = hasOwnConfig(answers);
  if (!own && !names.has("PROSODY_VIRTUAL_HOSTS") && answers.hostname === undefined) {
    found.push({
      id: "no-virtual-hosts",
      text: "PROSODY_VIRTUAL_HOSTS is not set, so the only host is named after the container: a random id that is another one in each new container. Set it to your domain.",
    });
  }
  if (own && [...names].some((name) => name.startsWith("PROSODY_"))) {
    found.push({
      id: "variables-without-effect",
      text: "Your own configuration takes the place of the image's, which is what reads the PROSODY_ variables: they have no effect unless your configuration reads them too.",
    });
  }
  if (["LOCAL", "DOMAIN", "PASSWORD"].every((name) => names.has(name))) {
    found.push({
      id: "account-reset",
      text: "The account of LOCAL, DOMAIN and PASSWORD is registered again at every start, which sets its password back.",
    });
  }
  return found;
}

function mountNotes(answers: ContainerAnswers, names: ReadonlySet<string> | undefined): readonly Note[] {
  const found: Note[] = [];
  const at = (path: string): ContainerAnswers["mounts"][number] | undefined =>
    answers.mounts.find(({ target }) => target.replace(/\/$/, "") === path);
  const folder = answers.mounts.find(({ target }) => isWholeFolder(target));
  const inFolder = answers.mounts.filter(({ target }) => target.startsWith(`${IMAGE_PATHS.config}/`));
  const certificates = at(IMAGE_PATHS.certificates);
  const data = at(IMAGE_PATHS.data);
  if (folder?.readOnly === true && inFolder.length > 0) {
    const names = inFolder.map(({ target }) => `\`${target.slice(IMAGE_PATHS.config.length + 1)}\``);
    found.push({
      id: "read-only-folder",
      text: `The folder ${IMAGE_PATHS.config} is mounted read-only, so it needs ${names.join(" and ")} of its own for the others to be mounted at.`,
    });
  }
  if (certificates === undefined && folder === undefined && names?.has("PROSODY_CERTIFICATES") !== true) {
    found.push({
      id: "no-certificates",
      text: `TLS needs certificates, and the image looks for them in ${IMAGE_PATHS.certificates}: mount a folder with yours there, read-only.`,
    });
  }
  if (data === undefined) {
    found.push({
      id: "no-data",
      text: `Nothing is mounted at ${IMAGE_PATHS.data}: accounts and messages go when the container is removed.`,
    });
  }
  return found;
}

function ownerNotes(answers: ContainerAnswers): readonly Note[] {
  const found: Note[] = [];
  if (answers.mounts.some(({ kind, target }) => kind === "bind" && target === IMAGE_PATHS.data)) {
    found.push({
      id: "data-owner",
      text: "The folder for the data must not belong to root, else the container stops at once. Create it before the first start.",
    });
  }
  const created = answers.mounts.filter(({ kind, target }) => kind === "bind" && target !== IMAGE_PATHS.data);
  if (created.length > 0) {
    const sources = created.map(({ source }) => source ?? "").join(", ");
    found.push({
      id: "mounts-readable",
      text: `Make sure that what is mounted is there and readable for the user that Prosody runs as (${sources}): where it is missing, the engine makes an empty folder that belongs to root, or refuses to start.`,
    });
  }
  return found;
}

function userNotes({ user, extras }: ContainerAnswers): readonly Note[] {
  const found: Note[] = [];
  if (user !== undefined && !/^(?:0|root)(?::|$)/.test(user)) {
    found.push({
      id: "other-user",
      text: "The image starts as root, adapts its user prosody to the owner of the data and runs the server as that user. Started as another user it cannot do so and stops: give the data folder the owner that you want instead.",
    });
  }
  if (extras.some(({ flag }) => flag === "--read-only")) {
    found.push({
      id: "read-only-root",
      text: "With a read-only root file system the image cannot adapt its user to the owner of the data, which it does when the two differ.",
    });
  }
  return found;
}

function networkNotes({ engine, networks, ports }: ContainerAnswers): readonly Note[] {
  const found: Note[] = [];
  const names = networks.filter(isNetworkName);
  if (names.length > 0) {
    const commands = names.map((name) => `\`${engine} network create ${name}\``).join(", ");
    found.push({ id: "network-missing", text: `The network must be there before the container starts: ${commands}.` });
  }
  if (networks.includes("host") && ports.length > 0) {
    found.push({
      id: "host-network",
      text: "On the machine's own network ports are not published: Prosody listens on the machine itself.",
    });
  }
  return found;
}
