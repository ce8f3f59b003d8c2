import path from 'node:path';

import type { Page, PageScreenshotOptions } from 'playwright-core';

import { loggedInPage, openBrowser } from '../browser';
import type { Cleanup } from '../cleanup';
import { settle } from '../editor';
import type { Stage } from '../stage';

/** Tips that n8n shows sooner or later, once: it keeps in the browser that they were seen. */
const DISCOVERED = ['N8N_PIN_DATA_DISCOVERY_NDV', 'N8N_PIN_DATA_DISCOVERY_CANVAS'];

/** Where pictures are taken: a browser that is logged in, in front of what it looks at. */
export interface Studio {
	readonly stage: Stage;
	readonly page: Page;
	/** Takes the picture of this name, and notes the words in it. */
	readonly take: (name: string, clip?: Required<PageScreenshotOptions>['clip']) => Promise<void>;
	/** The words that are on the page now. */
	readonly read: () => Promise<string[]>;
	/** The words of each picture that was taken. */
	readonly words: Map<string, readonly string[]>;
}

/** Opens a browser whose pictures go into a folder. */
export async function openStudio(stage: Stage, folder: string, cleanup: Cleanup): Promise<Studio> {
	const browser = await openBrowser();
	cleanup.add(() => browser.close());
	const page = await loggedInPage(browser, stage.session);
	await page.addInitScript(DISCOVERED.map((tip) => `localStorage.setItem('${tip}', 'true');`).join(''));
	const words = new Map<string, readonly string[]>();
	const read = async (): Promise<string[]> => wordsIn(await page.locator('body').innerText());
	return {
		...{ stage, page, words, read },
		take: async (picture, clip) => {
			await settle(page);
			words.set(picture, await read());
			await page.screenshot({ path: path.join(folder, `${picture}.png`), animations: 'disabled', ...(clip && { clip }) });
		},
	};
}

/** The lines of a page, each once and in alphabetical order. Numbers and n8n's IDs are left open: they differ from run to run. */
function wordsIn(text: string): string[] {
	const lines = text.split('\n').map((line) => line.trim().replace(/"[A-Za-z\d]{16}"|\d+/g, '#'));
	return [...new Set(lines)].filter((line) => /\p{L}/u.test(line)).sort();
}
