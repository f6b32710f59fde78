// The part of playwright that the tests use, as types. Playwright itself is no dependency of the checkout: it lies with the editor in the user's cache.

/** Waiting as long as the limit allows, until what is looked for is in that state. */
interface WaitOptions {
  readonly state?: "attached" | "detached" | "visible" | "hidden";
  readonly timeout?: number;
}

/** What a selector finds, now or later. */
export interface Locator {
  first(): Locator;
  locator(selector: string): Locator;
  filter(options: { readonly hasText: string }): Locator;
  getByText(text: string): Locator;
  waitFor(options?: WaitOptions): Promise<void>;
  isVisible(): Promise<boolean>;
  click(): Promise<void>;
  hover(): Promise<void>;
}

/** A tab. */
export interface Page {
  readonly keyboard: {
    press(keys: string): Promise<void>;
    type(text: string, options?: { readonly delay: number }): Promise<void>;
  };
  readonly mouse: { move(x: number, y: number): Promise<void> };
  locator(selector: string): Locator;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  setDefaultTimeout(ms: number): void;
  goto(url: string, options: { readonly timeout: number; readonly waitUntil?: "load" | "domcontentloaded" }): Promise<unknown>;
  close(): Promise<void>;
  exposeFunction(name: "codeAutomationExit", callback: (code: number) => void): Promise<unknown>;
  exposeFunction(name: "codeAutomationLog", callback: (type: string, args: readonly unknown[]) => void): Promise<unknown>;
  on(event: "console", listener: (message: { text(): string }) => void): unknown;
  on(event: "pageerror", listener: (error: Error) => void): unknown;
  once(event: "crash", listener: () => void): unknown;
}

/** A browser that was started for the tests. */
export interface Browser {
  newPage(options: { readonly viewport: { readonly width: number; readonly height: number } }): Promise<Page>;
  once(event: "disconnected", listener: () => void): unknown;
  close(): Promise<void>;
}

/** How to start one. */
export interface LaunchOptions {
  readonly executablePath?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly handleSIGINT: boolean;
  readonly handleSIGTERM: boolean;
  readonly handleSIGHUP: boolean;
}

/** The package. */
export interface Playwright {
  readonly chromium: { launch(options: LaunchOptions): Promise<Browser> };
}
