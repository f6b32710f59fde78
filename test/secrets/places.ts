// Where people keep secrets: a file for each place, with `$` for the secret. Options that are known as secrets, keys of tables, names that
// only look like it, misspelt ones, addresses with a password, variables of containers in every kind of file.

export interface Place {
  /** Of the file. */
  readonly path: string;
  readonly text: string;
}

const OPTIONS = [
  "component_secret", "turn_external_secret", "ldap_password", "http_upload_external_secret", "http_file_share_secret", "turncredentials_secret",
  "registration_invite_secret", "http_auth_token", "api_key", "my_token", "app_secret", "jwt_secret", "webhook_secret", "smtp_password",
  "component_secrt", "turn_external_secert", "ldap_passwrd", "ldap_pasword", "auth_tokn", "register_web_secret",
]; // prettier-ignore

const TABLES = [
  'sql = { driver = "PostgreSQL"; database = "p"; username = "p"; password = "$" }',
  'sql = { driver = "MySQL"; passwrd = "$" }',
  'sql = { driver = "MySQL"; ["password"] = "$" }',
  'storage_sql = { password = "$" }',
  'ssl = { key = "a.key"; certificate = "a.crt"; password = "$" }',
  'ssl = { key = "a.key"; passwrd = "$" }',
  'external_services = { { type = "turn"; host = "turn.example.org"; secret = "$" } }',
  'external_services = { { type = "turn"; host = "turn.example.org"; username = "u"; password = "$" } }',
  'ldap = { hostname = "ldap.example.org"; bind_password = "$" }',
  'recaptcha_options = { private_key = "$" }',
  'my_service = { { token = "$" }, { nested = { api_key = "$" } } }',
  'users = { admin = { passwd = "$" } }',
];

const ADDRESSES = [
  'http_auth_url = "https://user:$@auth.example.org/"',
  'http_external_url = "https://user:$@chat.example.org/"',
  'http_upload_external_base_url = "https://a:$@upload.example.org/"',
  'cross_domain_bosh = { "https://a:$@web.example.org" }',
  'my_database = "postgres://prosody:$@db.example.org/prosody"',
  'webhooks = { "https://hooks.example.org/?token=$" }',
];

const DAMAGED = [
  'component_secret = "$',
  'component_secret = $"',
  "component_secret = '$\"",
  'component_secret "$"',
  'component_secret == "$"',
  'sql = { driver = "MySQL" password = "$" }',
  'sql = { password: "$" }',
  'sql = { password = "$"',
  'turn_external_secret = "$";;',
  'component_secret = "a"$"',
  'sql = { driver = "MySQL"; password = "a"$" }',
  'sql = { password = "$" = 1 }',
];

const WAYS = [
  'local secret = "$"\nturn_external_secret = secret',
  'turn_external_secret = "a" .. "$"',
  'turn_external_secret = ENV_TURN or "$"',
  "turn_external_secret = [[$]]",
  'if ENV_X then turn_external_secret = "$" end',
  '-- turn_external_secret = "$"',
  'turn_external_secret = "$"\nturn_external_secret = "other$"',
  'modules_enabled = { "turn_external" }\nVirtualHost "a.example"\n  turn_external_secret = "$"\nVirtualHost "b.example"\n  turn_external_secret = "$2"',
  'admins = { password = "$" }',
  'c2s_ports = { secret = "$" }',
];

const lua = [
  ...OPTIONS.map((name) => `${name} = "$"`),
  ...OPTIONS.slice(0, 4).map((name) => `VirtualHost "a.example"\n${name} = { "$" }`),
  ...TABLES,
  ...ADDRESSES,
  ...DAMAGED,
  ...WAYS,
];

const VARIABLES = [
  "PROSODY_TURN_SECRET",
  "PROSODY_COMPONENT_SECRET",
  "PROSODY_SQL_PASSWORD",
  "PASSWORD",
  "PROSODY_TURN_SECERT",
  "DB_PASSWORD",
];

const env = [
  ...VARIABLES.map((name) => `PROSODY_LOGLEVEL=info\n${name}=$\n`),
  'PROSODY_TURN_SECRET="$"\n',
  "PROSODY_TURN_SECRET=$ # $\n",
  "export PROSODY_SQL_PASSWORD='$'\n",
  "PROSODY_EXTERNAL_COMPONENTS=irc.example.org:$,sms.example.org\n",
  "PROSODY_LOGLEVEL=info\nPROSODY_SQL_PASSWORD = $\n",
  "X=$\nPROSODY_TURN_SECRET=${X}\n",
];

const containers = VARIABLES.flatMap((name): readonly Place[] => [
  { path: "compose.yaml", text: `services:\n  x:\n    image: prosodyim/prosody\n    environment:\n      ${name}: $\n` },
  { path: "docker-compose.yml", text: `services:\n  x:\n    image: prosodyim/prosody\n    environment:\n      - ${name}=$\n` },
  { path: "Dockerfile", text: `FROM prosodyim/prosody:13.0\nENV ${name}=$\n` },
  { path: "xmpp.container", text: `[Container]\nImage=prosodyim/prosody:13.0\nEnvironment=${name}=$\n` },
  {
    path: "pod.yaml",
    text: `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: prosodyim/prosody:13.0\n      env:\n        - name: ${name}\n          value: $\n`,
  },
  { path: "run.sh", text: `docker run -e ${name}=$ -p 5222:5222 prosodyim/prosody:13.0\n` },
]);

/** All of them hold the secret once or more. */
export function places(secret: string): readonly Place[] {
  const all: readonly Place[] = [
    ...lua.map((text) => ({ path: "prosody.cfg.lua", text: `${text}\n` })),
    ...env.map((text) => ({ path: ".env", text })),
    ...containers,
  ];
  return all.map(({ path, text }) => ({ path, text: text.replaceAll(/\$(?!\{)/g, secret) }));
}
