// `prosody-config k8s`: a Kubernetes manifest for the image. Values of variables are not in it: they come from a secret.

import type { Command } from "commander";
import { kubernetes } from "../../core/generate/kubernetes.ts";
import { writeForm } from "../containers/forms.ts";
import { addContainerOptions, subjectOf } from "../containers/options.ts";
import type { ContainerOptions } from "../containers/options.ts";
import type { Done } from "../program.ts";

export function addKubernetesCommand(program: Command, done: Done): void {
  addContainerOptions(program.command("k8s").description("print a Kubernetes manifest that runs the image"))
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: ContainerOptions, command: Command) => {
      done(await writeForm(subjectOf(path, options, command), options, "kubernetes", kubernetes));
    });
}

const EXAMPLES = `
Examples:
  prosody-config k8s prosody.env -o prosody.yaml
  prosody-config k8s prosody.cfg.lua --preset production`;
