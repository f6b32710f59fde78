// `prosody-config quadlet`: a Quadlet unit, by which systemd runs the image with podman.

import type { Command } from "commander";
import { quadlet } from "../../core/generate/quadlet.ts";
import { writeForm } from "../containers/forms.ts";
import { addContainerOptions, subjectOf } from "../containers/options.ts";
import type { ContainerOptions } from "../containers/options.ts";
import type { Done } from "../program.ts";

export function addQuadletCommand(program: Command, done: Done): void {
  addContainerOptions(program.command("quadlet").description("print a Quadlet unit, by which systemd runs the image with podman"))
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: ContainerOptions, command: Command) => {
      const subject = subjectOf(path, options, command);
      done(await writeForm(subject, { ...options, engine: "podman" }, "quadlet", quadlet));
    });
}

const EXAMPLES = `
Examples:
  prosody-config quadlet prosody.env -o prosody.container
  prosody-config quadlet /srv/prosody --preset production`;
