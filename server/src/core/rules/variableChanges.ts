// What edits change of what env files and descriptions of containers say: variables as each tool reads them, images, ports, mounts and
// commands; and whether users or other servers notice it.

import type { ContainerAnalysis, EnvAnalysis } from "../analyse.ts";
import type { Container } from "../model/container.ts";
import { meantName } from "../model/envFile.ts";
import type { EnvVariable } from "../model/envFile.ts";
import type { Schema, VariableInfo } from "../schema/schema.ts";
import { isHere } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Thing } from "./fixChanges.ts";

export type VariablesAnalysis = EnvAnalysis | ContainerAnalysis;

/** With everything that the file gives, but for what it is given from elsewhere. */
export function thingsGiven({ file, text }: VariablesAnalysis): readonly Thing[] {
  if (file.kind === "env") return thingsOf(file.variables, text, "");
  return file.containers.flatMap((container, i) => {
    const { image, user, hostname, ports, mounts, envFiles, command, network, built } = container;
    const place = container.name?.text ?? `${i}`;
    const located: readonly (readonly [string, readonly ({ readonly span: Span } | undefined)[]])[] = [
      ["image", [image]],
      ["user", [user]],
      ["hostname", [hostname]],
      ["ports", ports],
      ["mounts", mounts],
      ["env_file", envFiles],
      ["command", command ?? []],
    ];
    const things = located.flatMap(([name, all]) =>
      all.flatMap((one) =>
        one !== undefined && isHere(one.span) ? [{ name, key: `${place} ${sourceOf(text, one.span)}`, span: one.span }] : [],
      ),
    );
    const whole = { name: place, key: `${network} ${built} ${command?.length ?? ""}`, span: container.span };
    return [whole, ...things, ...thingsOf(container.variables.variables, text, place)];
  });
}

function thingsOf(variables: readonly EnvVariable[], text: string, place: string): readonly Thing[] {
  return variables.flatMap(({ name, span, readings }) =>
    isHere(span)
      ? [
          {
            name: meantName(name),
            key: `${place} ${name} ${readings.map(({ dialect }) => dialect).join()} ${sourceOf(text, span)}`,
            span,
          },
        ]
      : [],
  );
}

function sourceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What each tool hands to Prosody of what users and other servers notice. */
export function noticedOf({ file }: VariablesAnalysis, schema: Schema): string {
  const all: readonly (readonly EnvVariable[])[] =
    file.kind === "env" ? [file.variables] : file.containers.map(({ variables }) => variables.variables);
  const shared = file.kind === "env" ? [] : file.containers.map(startedWith);
  return JSON.stringify([shared, all.map((variables) => lastReadings(variables, schema))]);
}

function startedWith({ image, ports, mounts, network }: Container): unknown {
  return [image?.text, ports.map(({ span: _, ...port }) => port), mounts.map(({ span: _, ...mount }) => mount), network];
}

/** Of a variable that is given twice, the last value counts. */
function lastReadings(variables: readonly EnvVariable[], schema: Schema): readonly (readonly [string, string | undefined])[] {
  const last = new Map<string, string | undefined>();
  for (const { name, readings } of variables) {
    const info = schema.variable(name);
    const meaning = info === undefined ? undefined : meaningOf(info, schema);
    if (meaning !== undefined) for (const { dialect, value } of readings) last.set(`${dialect} ${name}`, meaning(value));
  }
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1));
}

type Meaning = (value: string | undefined) => string | undefined;

/** Says the same of values of which the image makes the same; undefined where nobody notices any. */
function meaningOf({ sensitive, sets = [], type }: VariableInfo, schema: Schema): Meaning | undefined {
  const isSensitive = sensitive === true || sets.some((option) => schema.option(option)?.sensitive === true);
  // Some load a module by being there.
  if (!isSensitive) return sets.includes("modules_enabled") ? () => "given" : undefined;
  if (type === "zero-is-off") return (value) => value && (value === "0" ? "off" : "on");
  if (type === "any-is-on") return () => "on";
  const isList = typeof type === "object" && type.is === "list";
  return isList ? (value) => value?.split(",").filter(Boolean).join() : (value) => value;
}
