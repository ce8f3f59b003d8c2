import type { Page } from 'playwright-core';

import { closeNotices, nodeNamed, settle } from '../editor';
import { copyOf } from '../n8n/copyOf';
import type { Example } from '../n8n/workflows';
import { contactsFile } from '../stage';
import type { Studio } from './studio';

const SIZES = {
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
const HOUR = 60 * 60 * 1000;

/** The campaign, after it went out. */
export async function takeCampaign(studio: Studio): Promise<void> {
	const { page } = studio;
	await openWorkflow(studio, 'campaign-from-csv');
	await upload(page);
	await nodeNamed(page, 'Not Sent').locator('[data-test-id=canvas-node-status-success]').waitFor({ timeout: 60_000 });
	await closeNotices(page);
	await studio.take('campaign-from-csv');
}

/** An example as it looks when it was imported. */
export async function takeCanvas(studio: Studio, name: Example): Promise<void> {
	await openWorkflow(studio, name);
	await studio.take(name);
}

/** The node of the campaign, with all that it shows. */
export async function takeNode(studio: Studio): Promise<void> {
	const { page } = studio;
	await page.setViewportSize(SIZES.node);
	await nodeNamed(page, SENDER).dblclick();
	await page.getByText('Success Branch').waitFor();
	const panel = page.locator('[data-test-id=node-parameters]');
	const hidden = await panel.evaluate(({ scrollHeight, clientHeight }: Box) => scrollHeight - clientHeight);
	await page.setViewportSize({ ...SIZES.node, height: SIZES.node.height + hidden });
	await studio.take('node');
}

/** The option that lets people sleep, cut out of the node of its example. */
export async function takeSendWindow(studio: Studio): Promise<void> {
	const { page } = studio;
	await openWorkflow(studio, 'campaign-in-waking-hours');
	await page.setViewportSize({ ...SIZES.node, height: 2.5 * SIZES.node.height });
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
	await studio.take('send-window', { x: panel.x, y: top.y - 10, width: panel.width, height: bottom.y - top.y });
}

/** The virtual phones, when most messages have arrived, some after a detour. */
export async function takeSimulator(studio: Studio): Promise<void> {
	const { page } = studio;
	const { simulator } = studio.stage;
	simulator.clock.advance(HOUR);
	await page.setViewportSize(SIZES.simulator);
	await page.goto(simulator.url);
	await page.getByRole('searchbox').fill('7 999 0');
	await page.getByText('Delivered by SMS').first().waitFor();
	await page.getByRole('searchbox').blur();
	await studio.take('simulator');
}

/** The trigger of an example, told to follow what subscribers do, with what it shows in a test. */
export async function takeEvents(studio: Studio): Promise<void> {
	const { page } = studio;
	const { n8n, session, workflows } = studio.stage;
	const events = ['read', 'linkOpened', 'unsubscribed'];
	const id = await copyOf(session, workflows['outcome-to-crm'], TRIGGER, { events });
	await page.setViewportSize(SIZES.node);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await nodeNamed(page, TRIGGER).dblclick();
	await page.getByText('Fetch Test Event').first().click();
	await page.getByText('messageId').first().waitFor();
	await page.getByText('JSON', { exact: true }).click();
	await page.getByText('"messageId"').first().waitFor();
	await closeNotices(page);
	await studio.take('events');
}

/** The campaign once more, with Preview in place of Send. */
export async function takePreview(studio: Studio): Promise<void> {
	const { page } = studio;
	const { n8n, session, workflows } = studio.stage;
	const changes = { operation: 'preview', options: { estimateCost: true } };
	const id = await copyOf(session, workflows['campaign-from-csv'], SENDER, changes);
	await page.setViewportSize(SIZES.node);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await upload(page);
	await nodeNamed(page, SENDER).locator('[data-test-id=canvas-node-status-success]').waitFor({ timeout: 60_000 });
	await closeNotices(page);
	await nodeNamed(page, SENDER).dblclick();
	await page.getByText('Nothing was sent').first().waitFor();
	await studio.take('preview');
}

async function openWorkflow({ page, stage: { n8n, workflows } }: Studio, name: Example): Promise<void> {
	await page.setViewportSize(SIZES.workflow);
	await page.goto(`${n8n.url}/workflow/${workflows[name]}`);
	await page.locator('[data-test-id=canvas-node]').first().waitFor();
}

/** Executes a campaign as its user does: n8n opens the form, which takes the contacts. */
async function upload(page: Page): Promise<void> {
	const opened = page.waitForEvent('popup');
	await page.locator('[data-test-id=execute-workflow-button]').click();
	const form = await opened;
	await form.locator('input[type=file]').setInputFiles(contactsFile);
	await form.getByRole('button', { name: 'Submit' }).click();
	await form.getByText('Thank you.').waitFor();
	await form.close();
}
