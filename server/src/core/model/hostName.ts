// The name of a host as Prosody compares it.

export function preparedHost(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
