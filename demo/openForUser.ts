/**
 * Opens a page in the user's browser, where somebody is there to see it: on a terminal, and on Linux with a desktop. Where it does not work nothing
 * happens; the address is on the terminal anyway.
 */
export function openForUser(url: string): void {
	const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
	const hasDesktop = process.platform !== 'linux' || (DISPLAY ?? WAYLAND_DISPLAY) !== undefined;
	if (!process.stdout.isTTY || CI !== undefined || !hasDesktop) return;
	// The library is an ES module, which only `import()` loads here.
	import('open').then(async ({ default: open }) => (await open(url)).once('error', nothing)).catch(nothing);
}

function nothing(): void {
	// The address is on the terminal.
}
