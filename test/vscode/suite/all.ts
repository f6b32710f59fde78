// Every test file, in the order in which they run. Imported only after mocha is set up.

import "./activation.test";
import "./diagnostics.test";
import "./effective.test";
import "./env.test";
import "./readOnly.test";
import "./typing.test";
import "./upgrade.test";
import "./version.test";
