// From what is written of containers to the model.

import type { ContainerSyntax, ContainersSyntax, GivenVariable } from "../syntax/containers/syntax.ts";
import { ELSEWHERE } from "../text/elsewhere.ts";
import { known } from "../text/known.ts";
import { IMAGE_NAMES } from "./container.ts";
import type { Container, ContainerFile, ContainerForm, ContainerImage, ContainerVariable, Located } from "./container.ts";

export function lowerContainers(form: ContainerForm, { containers }: ContainersSyntax): ContainerFile {
  return { kind: "container", form, containers: containers.map(lower) };
}

function lower(syntax: ContainerSyntax): Container {
  const { image, variables, ...others } = syntax;
  return {
    ...others,
    ...(image === undefined || others.built ? {} : { image: readImage(image) }),
    variables: {
      kind: "env",
      dialects: [],
      syntaxes: [],
      issues: [],
      comments: [],
      readers: [],
      variables: variables.map(lowerVariable),
    },
  };
}

function lowerVariable(given: GivenVariable): ContainerVariable {
  const { value, verbatim, ...others } = given;
  // What a container gets is taken as it stands, as docker takes the lines of an env file.
  return { ...others, readings: [{ dialect: "docker", value, ...known({ verbatim }) }] };
}

/** `[REGISTRY/]NAME[:TAG][@DIGEST]`. */
export function readImage(given: Located): ContainerImage {
  // Where the name itself comes from elsewhere, its default counts: that is what the file describes.
  const text = /^\0?$/.test(given.text.replace(/[:@].*$/s, "")) ? (given.withDefaults ?? given.text) : given.text;
  const [, path = "", tag, digest] = /^(.*?)(?::([^/:@]*))?(?:@(.*))?$/s.exec(text) ?? [];
  const parts = path.split("/");
  const [first = ""] = parts;
  const hasRegistry = parts.length > 1 && (/[.:]|^localhost$/.test(first) || first.includes(ELSEWHERE));
  const registry = hasRegistry ? first : undefined;
  const rest = (hasRegistry ? parts.slice(1) : parts).join("/");
  const name = rest.toLowerCase();
  const { verbatim } = given;
  const start = verbatim === undefined ? undefined : verbatim.start + (registry === undefined ? 0 : registry.length + 1);
  return {
    ...given,
    name,
    pinned: tag !== undefined || digest !== undefined,
    official: officialOf(name, registry),
    ...known({ nameSpan: start === undefined ? undefined : { start, end: start + rest.length } }),
    ...known({ tag: tag === "" ? undefined : knownPart(tag), digest: knownPart(digest) }),
  };
}

function knownPart(text: string | undefined): string | undefined {
  return text?.includes(ELSEWHERE) === true ? undefined : text;
}

function officialOf(name: string, registry: string | undefined): ContainerImage["official"] {
  // A registry of one's own may hold a copy under a longer path.
  if (name === IMAGE_NAMES.current || (registry !== undefined && name.endsWith(`/${IMAGE_NAMES.current}`))) return "current";
  const isHub =
    registry === undefined ||
    registry.includes(ELSEWHERE) ||
    /^(?:index\.|registry-1\.|registry\.)?docker\.(?:io|com)$/.test(registry);
  return name === IMAGE_NAMES.outdated && isHub ? "outdated" : "other";
}
