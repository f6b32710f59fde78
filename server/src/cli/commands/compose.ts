// `prosody-config compose`: a compose file that runs the image, from a configuration or from a `docker run` line that does so already.

import { Option } from "commander";
import type { Command } from "commander";
import { compose } from "../../core/generate/compose.ts";
import { writeForm } from "../containers/forms.ts";
import { addContainerOptions, subjectOf } from "../containers/options.ts";
import type { ContainerOptions } from "../containers/options.ts";
import { engineOption } from "../options.ts";
import type { Done } from "../program.ts";

export function addComposeCommand(program: Command, done: Done): void {
  addContainerOptions(program.command("compose").description("print a compose file that runs the image with your settings"))
    .addOption(engineOption())
    .addOption(
      new Option(
        "--env-dialect <TOOL>",
        "which tool the env file is written for; what docker reads becomes `format: raw` (default: the one in .prosody-config.json, else compose)",
      ).choices(["docker", "compose"]),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: ContainerOptions, command: Command) => {
      done(await writeForm(subjectOf(path, options, command), options, "compose", compose));
    });
}

const EXAMPLES = `
Examples:
  prosody-config compose prosody.env -o compose.yaml
  prosody-config compose /srv/prosody --preset production
  prosody-config compose --from-command run.sh --env-output prosody.env -o compose.yaml`;
