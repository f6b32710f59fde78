// `prosody-config new`: a new configuration, or something added to one. The commands, their arguments and their help.

import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Feature } from "../../core/scaffold/features.ts";
import type { Addition } from "../../core/scaffold/run.ts";
import { projectVersionOption } from "../options.ts";
import type { Done } from "../program.ts";
import { addTo, newServerIn } from "./newFiles.ts";
import type { AdditionOptions, ServerOptions } from "./newFiles.ts";

export function addNewCommand(program: Command, done: Done): void {
  const group = program
    .command("new")
    .description("write a new configuration, or add something to one")
    .addHelpText("after", DETAILS);
  common(
    group
      .command("server")
      .description("a secure configuration for one domain")
      .requiredOption("--domain <DOMAIN>", "the domain of the addresses, such as example.org")
      .option("--admin <ADDRESS>", "the administrator")
      .addOption(new Option("--install <HOW>", "how Prosody runs").choices(["package", "container"]).default("package"))
      .addOption(
        new Option("--storage <KIND>", "where accounts and messages are kept")
          .choices(["internal", "SQLite3", "PostgreSQL", "MySQL"])
          .default("internal"),
      )
      .addOption(new Option("--feature <NAME...>", `what it offers besides: ${FEATURES.join(", ")}`).default([], "none"))
      .addOption(new Option("--retention <DAYS>", "for how long messages and files are kept").argParser(days))
      .option("--turn-host <NAME>", "the TURN server, when it is not the domain itself")
      .option("-o, --output <FOLDER>", "write the files there; what is there already is kept"),
  )
    .addHelpText("after", `${SECRETS}${exampleOf("server")}`)
    .action(async (options: ServerOptions) => {
      done(await newServerIn(options));
    });
  const add = (name: string, description: string, argument?: readonly [name: string, description: string]): Command => {
    const command = group.command(name).description(description);
    if (argument !== undefined) command.argument(...argument);
    return common(
      command
        .argument("<FILE>", "the configuration to add it to")
        .option("--write", "change the file instead of printing it")
        .addHelpText("after", exampleOf(name)),
    );
  };
  const run = async (file: string, addition: Addition, options: AdditionOptions): Promise<void> => {
    done(await addTo(file, addition, options));
  };
  add("host", "a VirtualHost", ["<NAME>", "its domain, such as example.net"]).action(
    (name: string, file: string, options: AdditionOptions) => run(file, { kind: "host", name }, options),
  );
  add("component", "a Component of a module of Prosody", ["<NAME>", "its domain, such as rooms.example.org"])
    .requiredOption("--module <MODULE>", "muc, http_file_share, pubsub …")
    .addOption(settingOption())
    .action((name: string, file: string, options: AdditionOptions & Settings & { readonly module: string }) =>
      run(file, { kind: "component", name, module: options.module, options: options.set }, options),
    );
  add("external-component", "a Component that is a program of its own, with a new secret", [
    "<NAME>",
    "its domain, such as irc.example.org",
  ]).action((name: string, file: string, options: AdditionOptions) => run(file, { kind: "externalComponent", name }, options));
  add("module", "a module, enabled for the whole server or for one host", ["<NAME>", "the module, such as mam, without mod_"])
    .option("--host <NAME>", "only on this host or component", "*")
    .addOption(settingOption())
    .action((name: string, file: string, options: AdditionOptions & Settings & { readonly host: string }) =>
      run(file, { kind: "module", name, host: options.host, options: options.set }, options),
    );
  add("turn", "audio and video calls by way of a TURN server", [
    "<HOST>",
    "the name of that server, such as turn.example.org",
  ]).action((host: string, file: string, options: AdditionOptions) => run(file, { kind: "turn", host }, options));
  add("sql", "storage in an SQL database")
    .addOption(new Option("--driver <DRIVER>", "the database").choices(["SQLite3", "PostgreSQL", "MySQL"]).default("PostgreSQL"))
    .action((file: string, options: AdditionOptions & { readonly driver: "SQLite3" | "PostgreSQL" | "MySQL" }) =>
      run(file, { kind: "sql", driver: options.driver }, options),
    );
  add("certificates", "the folder in which Prosody looks for certificates")
    .option("--folder <FOLDER>", "that folder, from the folder of the configuration on", "certs")
    .action((file: string, options: AdditionOptions & { readonly folder: string }) =>
      run(file, { kind: "certificates", folder: options.folder }, options),
    );
  add("reverse-proxy", "web services behind a reverse proxy", ["<URL>", "their address as people reach it"]).action(
    (url: string, file: string, options: AdditionOptions) => run(file, { kind: "reverseProxy", url }, options),
  );
  add("openmetrics", "figures for Prometheus").action((file: string, options: AdditionOptions) =>
    run(file, { kind: "openMetrics" }, options),
  );
}

interface Settings {
  readonly set: Readonly<Record<string, string>>;
}

/** What the module cannot do without. */
function settingOption(): Option {
  return new Option(
    "--set <OPTION=VALUE>",
    "an option that the module needs; again for more (default: something to change later)",
  )
    .default({}, "")
    .argParser((text: string, before: Settings["set"]) => {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined || value === undefined) throw new InvalidArgumentError("Give OPTION=VALUE.");
      return { ...before, [name]: value };
    });
}

/** Those of the scaffold, which is not loaded for the help. */
const FEATURES: readonly Feature[] = ["groupChat", "fileSharing", "web", "calls", "push", "archive", "invites", "monitoring"];

const EXAMPLES: Readonly<Record<string, string>> = {
  server: "--domain example.org --admin admin@example.org --feature groupChat fileSharing -o prosody",
  host: "example.net --write /etc/prosody/prosody.cfg.lua",
  component: "rooms.example.org --module muc prosody.cfg.lua",
  "external-component": "irc.example.org --write prosody.cfg.lua",
  module: "mam prosody.cfg.lua | diff -u prosody.cfg.lua -",
  turn: "turn.example.org --write prosody.cfg.lua",
  sql: "--driver PostgreSQL --write prosody.cfg.lua",
  certificates: "--folder certs prosody.cfg.lua",
  "reverse-proxy": "https://chat.example.org/ prosody.cfg.lua",
  openmetrics: "prosody.cfg.lua",
};

function exampleOf(name: string): string {
  return `\nExample:\n  prosody-config new ${name} ${EXAMPLES[name] ?? ""}`;
}

const SECRETS = `
New secrets come from a secure random source and are only ever written into files of their own, never into the configuration and never
to standard output: without --output they are left out.
`;

const DETAILS = `${SECRETS.replace("--output", "--output or --write")}
Exit codes:
  0  done
  2  wrong use, or something is there already

Examples:
${Object.entries(EXAMPLES)
  .map(([name, words]) => `  prosody-config new ${name} ${words}`)
  .join("\n")}`;

function common(command: Command): Command {
  return command
    .addOption(projectVersionOption("the version of your server"))
    .option("--json", "for programs; secrets are left out");
}

function days(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("It is a number of days.");
  return Number(text);
}
