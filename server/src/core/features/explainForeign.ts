// Why a variable named like those of the official image is left alone: another image reads it.

/** `image`: the name of the one that the container runs, where it is known. */
export function explainForeignVariable(name: string, image: string | undefined): string {
  const official = "The checks here know those of the official image, `prosodyim/prosody`.";
  if (image === undefined) {
    return `\`${name}\`: which image runs here is not told in this place (it may be built, or be named in another file), so nothing is said of its variables. ${official}`;
  }
  const shown = /^[\w./-]+$/.test(image) ? `\`${image}\`` : "another image";
  return `\`${name}\` goes to ${shown}, an image with variables of its own, so nothing is said of it. ${official}`;
}
