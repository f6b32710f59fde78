// References to other variables, and commands, in values that the tool passes on as they stand.

import type { EnvRule } from "../rule.ts";
import { concernsImage } from "./shared/foreign.ts";
import { livingDialects } from "./shared/subject.ts";

const REFERENCE = /\$(?:\{?[A-Za-z_]\w*|\()/;

export const literalReference: EnvRule = {
  kind: "env",
  id: "literal-reference",
  severity: "warning",
  check({ file, text, schema, report }) {
    // What stands in a container's description is another matter: it may be resolved later.
    if (file.syntaxes.length === 0 || !concernsImage(file, schema)) return;
    const dialects = livingDialects(file.syntaxes);
    for (const { name, readings } of file.variables) {
      const info = schema.variable(name);
      // A secret may hold any characters.
      if (info === undefined || info.secret === true) continue;
      const living = readings.filter(({ dialect }) => dialects.has(dialect));
      const [first] = living;
      const place = first?.verbatim;
      if (place === undefined || !living.every(({ verbatim }) => verbatim !== undefined) || living.length < dialects.size)
        continue;
      const [found] = REFERENCE.exec(text.slice(place.start, place.end)) ?? [];
      // For Compose such a dollar sign is one that somebody took care to keep.
      if (found === undefined || (dialects.has("compose") && !found.endsWith("("))) continue;
      const start = text.indexOf(found, place.start);
      const tool = first?.dialect === "podman" ? "podman" : "docker";
      const message = found.endsWith("(")
        ? "No tool runs commands in an env file: the image gets this text as it stands. Write the value itself."
        : `${tool} puts no variables into values: the image gets this text as it stands. Write the value itself.`;
      report({ span: { start, end: start + found.length }, message, page: info.page });
    }
  },
};
