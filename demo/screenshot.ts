import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Page, PageScreenshotOptions } from 'playwright-core';

import { openBrowser } from './browser';
import { Cleanup } from './cleanup';
import { closeNotices, nodeNamed, settle } from './editor';
import { copyOf } from './n8n/copyOf';
import type { Example } from './n8n/workflows';
import { EXAMPLES } from './n8n/workflows';
import type { Stage } from './stage';
import { putUp } from './stage';
import { step } from './step';
import { stopSignal } from './stopSignal';

const folder = path.join(__dirname, '..', 'docs', 'images');
const sizes = {
	workflow: { width: 1280, height: 680 },
	node: { width: 1280, height: 900 },
	simulator: { width: 1280, height: 900 },
};
/** What a browser knows of an element; its own types are not among those of a Node.js program. */
interface Box {
	scrollHeight: number;
	clientHeight: number;
}

const TRIGGER = 'Message Reached Its End';
const SENDER = 'Cascade Messaging';
const hourInMs = 60 * 60 * 1000;

/** Takes the README's pictures in the real editor: runs the campaign, opens the node, and looks at the virtual phones. */
async function main(cleanup: Cleanup): Promise<void> {
	const stage = await putUp({ n8nPort: 0, simulatorPort: 0, speed: 1, cleanup, signal: stopSignal() });
	const page = await step('A browser, logged in', () => loggedIn(stage, cleanup));
	await mkdir(folder, { recursive: true });
	await step('campaign-from-csv.png', () => takeCampaign(page, stage));
	await step('node.png', () => takeNode(page));
	for (const name of EXAMPLES.filter((one) => one !== 'campaign-from-csv')) {
		await step(`${name}.png`, () => takeCanvas(page, stage, name));
	}
	await step('preview.png', () => takePreview(page, stage));
	await step('send-window.png', () => takeSendWindow(page, stage));
	await step('simulator.png', () => takeSimulator(page, stage));
	await step('events.png', () => takeEvents(page, stage));
}

async function loggedIn({ n8n, session }: Stage, cleanup: Cleanup): Promise<Page> {
	const browser = await openBrowser();
	cleanup.add(() => browser.close());
	const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Moscow', viewport: sizes.workflow });
	const [name = '', value = ''] = session.cookie.split('=');
	await context.addCookies([{ name, value, url: n8n.url }]);
	return context.newPage();
}

async function takeCampaign(page: Page, { n8n, workflows }: Stage): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${workflows['campaign-from-csv']}`);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	await nodeNamed(page, 'Not Sent').locator('[data-test-id=canvas-node-status-success]').waitFor({ timeout: 60_000 });
	await closeNotices(page);
	await take(page, 'campaign-from-csv');
}

async function takeCanvas(page: Page, { n8n, workflows }: Stage, name: Example): Promise<void> {
	await page.setViewportSize(sizes.workflow);
	await page.goto(`${n8n.url}/workflow/${workflows[name]}`);
	await page.locator('[data-test-id=canvas-node]').first().waitFor();
	await take(page, name);
}

async function takeNode(page: Page): Promise<void> {
	await page.setViewportSize(sizes.node);
	await nodeNamed(page, SENDER).dblclick();
	await page.getByText('Success Branch').waitFor();
	const panel = page.locator('[data-test-id=node-parameters]');
	const hidden = await panel.evaluate(({ scrollHeight, clientHeight }: Box) => scrollHeight - clientHeight);
	await page.setViewportSize({ ...sizes.node, height: sizes.node.height + hidden });
	await take(page, 'node');
}

/** The option that lets people sleep, cut out of the node of its example. */
async function takeSendWindow(page: Page, { n8n, workflows }: Stage): Promise<void> {
	await page.setViewportSize({ ...sizes.node, height: 2.5 * sizes.node.height });
	await page.goto(`${n8n.url}/workflow/${workflows['campaign-in-waking-hours']}`);
	await nodeNamed(page, SENDER).dblclick();
	const parameters = page.locator('[data-test-id=node-parameters]');
	const title = parameters.getByText('Send Window', { exact: true });
	await title.waitFor();
	await settle(page);
	const [panel, top, bottom] = await Promise.all([
		parameters.boundingBox(),
		title.boundingBox(),
		parameters.getByPlaceholder('Add Option').last().boundingBox(),
	]);
	if (panel === null || top === null || bottom === null) throw new Error('The editor does not show the option.');
	await take(page, 'send-window', { x: panel.x, y: top.y - 10, width: panel.width, height: bottom.y - top.y });
}

async function takeSimulator(page: Page, { simulator }: Stage): Promise<void> {
	// An hour later most messages have arrived, some after a detour.
	simulator.clock.advance(hourInMs);
	await page.setViewportSize(sizes.simulator);
	await page.goto(simulator.url);
	await page.getByRole('searchbox').fill('7 999 0');
	await page.getByText('Delivered by SMS').first().waitFor();
	await page.getByRole('searchbox').blur();
	await take(page, 'simulator');
}

/** The trigger of an example, told to follow what subscribers do, with what it shows in a test. */
async function takeEvents(page: Page, { n8n, session, workflows }: Stage): Promise<void> {
	const events = ['read', 'linkOpened', 'unsubscribed'];
	const id = await copyOf(session, workflows['outcome-to-crm'], TRIGGER, { events });
	await page.setViewportSize(sizes.node);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await nodeNamed(page, TRIGGER).dblclick();
	await page.getByText('Fetch Test Event').first().click();
	await page.getByText('messageId').first().waitFor();
	await page.getByText('JSON', { exact: true }).click();
	await page.getByText('"messageId"').first().waitFor();
	await closeNotices(page);
	await take(page, 'events');
}

/** The campaign once more, with Preview in place of Send. */
async function takePreview(page: Page, { n8n, session, workflows }: Stage): Promise<void> {
	const changes = { operation: 'preview', options: { estimateCost: true } };
	const id = await copyOf(session, workflows['campaign-from-csv'], SENDER, changes);
	await page.setViewportSize(sizes.node);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	await nodeNamed(page, SENDER).locator('[data-test-id=canvas-node-status-success]').waitFor({ timeout: 60_000 });
	await closeNotices(page);
	await nodeNamed(page, SENDER).dblclick();
	await page.getByText('Nothing was sent').first().waitFor();
	await take(page, 'preview');
}

async function take(page: Page, name: string, clip?: Required<PageScreenshotOptions>['clip']): Promise<void> {
	await settle(page);
	await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', ...(clip && { clip }) });
}

const cleanup = new Cleanup();
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
main(cleanup)
	.then(() => false)
	.catch((error: unknown) => {
		tell(error instanceof Error ? error.message : String(error));
		return true;
	})
	.then(async (failed) => {
		await cleanup.run({ failed, tell });
		process.exit(failed ? 1 : 0);
	})
	.catch(tell);
