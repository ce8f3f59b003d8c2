import type { Locator, Page } from 'playwright-core';

import { loggedInPage, openBrowser } from '../../../demo/browser';
import { nodeNamed } from '../../../demo/editor';
import { textAt } from '../../../demo/json';
import type { Credential } from '../workflows';
import { node } from '../workflows';
import type { World } from '../world';

/** The editor in a browser, logged in as the owner. */
export interface Editor {
	readonly page: Page;
	close: () => Promise<void>;
}

/** Opens a browser on n8n. */
export async function openEditor({ session }: World): Promise<Editor> {
	const browser = await openBrowser();
	const page = await loggedInPage(browser, session, { viewport: { width: 1400, height: 1000 } });
	page.setDefaultTimeout(15_000);
	return {
		page,
		close: async () => {
			await browser.close();
		},
	};
}

/** The panel of one node, as a user has it open. */
export class Panel {
	readonly #page: Page;
	readonly #root: Locator;

	private constructor(page: Page) {
		this.#page = page;
		this.#root = page.locator('[data-test-id=ndv]');
	}

	/** Makes a workflow that starts by hand and holds the node, as it is added today or of another version, and opens its panel. */
	static async open(
		{ page }: Editor,
		{ session }: World,
		credential: Credential,
		parameters: object = {},
		typeVersion = 2,
	): Promise<Panel> {
		const nodes = [
			node('By Hand', 'n8n-nodes-base.manualTrigger', 1, {}),
			{
				...node('Gateway', 'n8n-nodes-cascade-messaging.cascadeMessaging', typeVersion, parameters),
				credentials: { cascadeMessagingApi: credential },
			},
		];
		const connections = { 'By Hand': { main: [[{ node: 'Gateway', type: 'main', index: 0 }]] } };
		const made = await session.api('POST', '/workflows', { name: 'Clicks', nodes, connections, settings: { executionOrder: 'v1' } });
		await page.goto(`${session.url}/workflow/${textAt(made, 'id')}`);
		await nodeNamed(page, 'Gateway').dblclick();
		return new Panel(page);
	}

	/** The input of a parameter. */
	input(name: string): Locator {
		return this.#root.locator(`[data-test-id=parameter-input-${name}]`).first();
	}

	/** Chooses among the options of a parameter, by the words they begin with. */
	async choose(name: string, option: string): Promise<void> {
		await this.input(name).click();
		await this.#page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: new RegExp(`^\\s*${option}`) })
			.first()
			.click();
	}

	/** Chooses from what n8n lists for a parameter. */
	async chooseFromList(name: string, entry: string): Promise<void> {
		const mode = this.#root.locator(`[data-test-id=resource-locator-${name}] [data-test-id=rlc-mode-selector]`).first();
		await mode.click();
		await this.#page.locator('[data-test-id=mode-list]:visible').click();
		await this.#root.locator(`[data-test-id=resource-locator-${name}] [data-test-id=rlc-input]`).first().click();
		await this.#page.locator('[data-test-id=rlc-item]:visible').filter({ hasText: entry }).first().click();
	}

	/** Types a value. */
	async type(name: string, text: string): Promise<void> {
		await this.input(name).locator('input, textarea').first().fill(text);
	}

	/** Runs the node, and gives what its output then shows, a text for each cell of the first row by column. */
	async run(): Promise<Record<string, string>> {
		await this.#root.locator('[data-test-id=node-execute-button]').first().click();
		const output = this.#root.locator('[data-test-id=output-panel]');
		await output.locator('table tbody tr').first().waitFor();
		const heads = await output.locator('table thead th').allInnerTexts();
		const cells = await output.locator('table tbody tr').first().locator('td').allInnerTexts();
		return Object.fromEntries(heads.flatMap((head, index) => (head.trim() === '' ? [] : [[head.trim(), (cells[index] ?? '').trim()]])));
	}

	/** What the panel says of a run that failed, in its output. */
	async runInVain(): Promise<string> {
		await this.#root.locator('[data-test-id=node-execute-button]').first().click();
		const error = this.#root.locator('[data-test-id=node-error-message]').first();
		await error.waitFor();
		return await error.innerText();
	}

	/** What n8n says where it does not even start the node. */
	async cannotStart(): Promise<string> {
		await this.#root.locator('[data-test-id=node-execute-button]').first().click();
		const notice = this.#page.locator('.el-notification').filter({ hasText: 'cannot start' });
		await notice.waitFor();
		return await notice.innerText();
	}

	/** The inputs of a parameter that stands there several times, as in the steps of a cascade. */
	all(name: string): Locator {
		return this.#root.locator(`[data-test-id=parameter-input-${name}]`);
	}

	/** What the menu of a collection offers to add. */
	async offers(label: string): Promise<string[]> {
		await this.#root.getByPlaceholder(label).last().click();
		const offered = this.#page.locator('.el-select-dropdown__item:visible');
		await offered.first().waitFor();
		const names = await offered.allInnerTexts();
		await this.#page.keyboard.press('Escape');
		return names.map((name) => name.trim());
	}

	/** Adds a step to the cascade and chooses its channel. */
	async addChannel(channel: string): Promise<void> {
		await this.#root.getByText('Add Channel').click();
		await this.all('channel').last().click();
		await this.#page.locator('.el-select-dropdown__item:visible').filter({ hasText: channel }).first().click();
	}

	/** Drags a step of the cascade to the place of another, counted from 0. */
	async dragChannel(from: number, to: number): Promise<void> {
		const handles = this.#root.locator('[data-test-id=fixed-collection-cascade] .drag-handle');
		await this.all('channel').nth(from).hover();
		const start = await centreOf(handles.nth(from));
		const end = await centreOf(this.all('channel').nth(to));
		await this.#page.mouse.move(start.x, start.y);
		await this.#page.mouse.down();
		for (const part of [0.1, 0.3, 0.6, 0.9, 1, 1.02]) {
			await this.#page.mouse.move(start.x, start.y + (end.y - start.y) * part, { steps: 5 });
			await this.#page.waitForTimeout(50);
		}
		await this.#page.mouse.up();
	}

	/** The channels of the cascade, in their order. */
	async channels(): Promise<string[]> {
		await this.all('channel').first().waitFor();
		return await this.all('channel')
			.locator('input')
			.evaluateAll((inputs: { value: string }[]) => inputs.map(({ value }) => value));
	}

	/** Opens the credential of the node. */
	async openCredential(): Promise<void> {
		await this.#root.locator('[data-test-id=credential-edit-button]').click();
		await this.#page.locator('[data-test-id=credential-edit-dialog]').waitFor();
	}

	/** Closes the panel. */
	async close(): Promise<void> {
		await this.#page.keyboard.press('Escape');
		await this.#root.waitFor({ state: 'detached' });
	}
}

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
	const box = await locator.boundingBox();
	if (box === null) throw new Error('It is not shown.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
