import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Flags that keep the browser from calling anybody but the page's host. */
const quietly = [
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--disable-gpu',
];

/**
 * Opens the Chromium or Chrome of this machine, without a window and with a fresh profile.
 *
 * @throws Error when there is none on the PATH
 */
export async function openBrowser(): Promise<Browser> {
	const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return chromium.launch({ executablePath: browserOnPath(), args: [...quietly, ...asRoot] });
}

function browserOnPath(): string {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const found = names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
	if (found === undefined) throw new Error(`There is no browser on the PATH. Install Chromium or Chrome (looked for ${names.join(', ')}).`);
	return found;
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
