import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

import type { Session } from './n8n/session';

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

/** A page of a browser that is logged in to n8n as its owner, in English and on Moscow's clock. */
export async function loggedInPage(browser: Browser, { url, cookie }: Session, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Moscow', ...options });
	const [name = '', ...value] = cookie.split('=');
	await context.addCookies([{ name, value: value.join('='), url }]);
	return await context.newPage();
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
