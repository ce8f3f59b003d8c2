import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { nodeNamed } from '../../demo/editor';
import { textAt } from '../../demo/json';
import { saveAndTest } from './editor/credentialDialog';
import type { Editor } from './editor/panel';
import { openEditor, Panel } from './editor/panel';
import type { Credential } from './workflows';
import { makeCredential, node } from './workflows';
import type { World } from './world';
import { putUp } from './world';

const ANNA = '79160000001';

let world: World;
let editor: Editor;
let credential: Credential;
before(async () => {
	world = await putUp(600);
	editor = await openEditor(world);
	credential = await makeCredential(world, 'memory');
	const contacts = [{ phone: ANNA, name: 'Anna' }];
	world.simulator.changeAccount({ balance: 356.1, sendsToLists: true, contactLists: [{ id: '4', name: 'Customers', contacts }] });
});
after(async () => {
	await editor.close();
	await world.close();
});

/** Opens the panel of a fresh node and chooses an operation. */
async function choose(resource: string, operation: string): Promise<Panel> {
	const panel = await Panel.open(editor, world, credential);
	await panel.choose('resource', resource);
	await panel.choose('operation', operation);
	return panel;
}

describe('clicked through in a browser', () => {
	it('Account: Get Balance, Get Senders', async () => {
		assert.equal((await (await choose('Account', 'Get Balance')).run()).balance, '356.1');
		assert.equal((await (await choose('Account', 'Get Senders')).run()).sender, 'MyShop');
	});

	it('Phone: Look Up', async () => {
		const panel = await choose('Phone', 'Look Up');
		await panel.type('phone', ANNA);
		assert.equal((await panel.run()).operator, 'МТС');
	});

	it('Stop List: Add, Get Many, Remove', async () => {
		const add = await choose('Stop List', 'Add');
		await add.type('phone', ANNA);
		assert.deepEqual(await add.run(), { phone: ANNA, done: 'added' });
		assert.deepEqual(await (await choose('Stop List', 'Get Many')).run(), { phone: ANNA });
		const remove = await choose('Stop List', 'Remove');
		await remove.type('phone', ANNA);
		assert.equal((await remove.run()).done, 'removed');
	});

	it('Contact List: the list is chosen by its name; Get Contacts, Get Many, Add or Update, Remove', async () => {
		const contacts = await choose('Contact List', 'Get Contacts');
		await contacts.chooseFromList('contactList', 'Customers (4)');
		assert.equal((await contacts.run()).name, 'Anna');
		assert.equal((await (await choose('Contact List', 'Get Many')).run()).name, 'Customers');
		const save = await choose('Contact List', 'Add or Update Contacts');
		await save.chooseFromList('contactList', 'Customers (4)');
		await save.type('phone', '8 916 000-00-02');
		assert.equal((await save.run()).done, 'added');
		const remove = await choose('Contact List', 'Remove Contacts');
		await remove.chooseFromList('contactList', 'Customers (4)');
		await remove.type('phone', '8 916 000-00-02');
		assert.equal((await remove.run()).done, 'removed');
	});

	it('Send to List: lists, sender and text', async () => {
		const panel = await choose('Message', 'Send to List');
		await panel.chooseFromList('contactList', 'Customers (4)');
		await panel.type('sender', 'MyShop');
		await panel.chooseFromList('sender', 'MyShop');
		for (const text of await panel.all('text').locator('textarea').all()) await text.fill('Hello, #name#!');
		assert.equal((await panel.run()).recipients, '1');
		assert.equal(world.simulator.messages.at(-1)?.content.texts.viber, 'Hello, Anna!');
	});

	it('a sender that a workflow of before holds as text is shown, sent and kept', async () => {
		const cascade = { steps: [{ channel: 'sms', sender: 'MyShop', text: 'Hello' }] };
		const panel = await Panel.open(editor, world, credential, { phone: ANNA, cascade }, 1);
		assert.equal(await panel.input('sender').locator('input').last().inputValue(), 'MyShop');
		await panel.type('phone', '79160000002');
		assert.equal((await panel.run()).accepted, 'true');
	});

	it('an operator who offers none of it is named in the list', async () => {
		world.simulator.changeAccount({ offered: false });
		const panel = await choose('Contact List', 'Get Contacts');
		await panel.input('contactList').locator('[data-test-id=rlc-input]').click();
		const message = editor.page.getByText('Your operator does not offer this', { exact: false }).first();
		await message.waitFor();
		world.simulator.changeAccount({ offered: true });
		assert.match(await message.innerText(), /Choose "By ID" and type the ID of the list/);
	});
});

describe('as a first-time user meets it', () => {
	it('is found by the words people type', async () => {
		await (await Panel.open(editor, world, credential)).close();
		await editor.page.locator('[data-test-id=node-creator-plus-button]').click();
		const bar = editor.page.locator('[data-test-id=node-creator-search-bar]').last();
		for (const word of ['SMS', 'Viber', 'WhatsApp', 'рассылка', 'delivered', 'delivery report', 'доставка', 'статус', 'розсилка']) {
			await bar.fill(word);
			await editor.page.locator('[data-test-id=node-creator-item-name]').getByText('Cascade Messaging', { exact: true }).first().waitFor();
		}
	});

	it('the Test says what is wrong with a host and a password, and what is right', async () => {
		const own = await makeCredential(world, 'memory');
		const panel = await Panel.open(editor, world, own);
		await panel.openCredential();
		const { url } = world.simulator;

		assert.match(await saveAndTest(editor, 'host', 'http://127.0.0.1:9'), /The gateway refused the connection\. Check the host/);
		assert.match(await saveAndTest(editor, 'host', url), /The gateway accepts this account\. It answers over JSON, XML and GET/);
		assert.match(await saveAndTest(editor, 'password', 'wrong'), /The gateway does not accept this login and password, or token/);
	});

	it('a cascade is put together, dragged into order and sent', async () => {
		await editor.page.setViewportSize({ width: 1400, height: 2000 });
		const panel = await Panel.open(editor, world, credential);
		await panel.addChannel('VK');
		assert.deepEqual(await panel.channels(), ['Viber', 'SMS', 'VK']);
		await panel.dragChannel(2, 1);
		assert.deepEqual(await panel.channels(), ['Viber', 'VK', 'SMS']);
		await panel.type('phone', ANNA);
		for (const sender of await panel.all('sender').locator('input:visible').all())
			if (await sender.isEditable()) await sender.fill('MyShop');
		for (const text of await panel.all('text').locator('textarea').all()) await text.fill('Hello');
		await panel.type('templateId', '100');
		const { phone, accepted } = await panel.run();
		await editor.page.setViewportSize({ width: 1400, height: 1000 });

		assert.deepEqual([phone, accepted], [ANNA, 'true']);
		assert.deepEqual(
			world.simulator.messages.at(-1)?.content.cascade.map(({ channel }) => channel),
			['viber', 'vk', 'sms'],
		);
	});

	it('a step that was added has no channel until one is chosen, and nothing is sent before', async () => {
		const cascade = { steps: [{ channel: 'sms', sender: { __rl: true, mode: 'name', value: 'MyShop' }, text: 'Hello' }, {}] };
		const panel = await Panel.open(editor, world, credential, { phone: ANNA, cascade });
		const sent = world.simulator.messages.length;

		assert.deepEqual(await panel.channels(), ['SMS', '']);
		assert.match(await panel.cannotStart(), /Parameter "Channel" is required/);
		assert.equal(world.simulator.messages.length, sent);
	});

	it('Send tells in a flat row what it did, and that accepted is not delivered', async () => {
		const cascade = { steps: [{ channel: 'sms', sender: { __rl: true, mode: 'name', value: 'MyShop' }, text: 'Hello' }] };
		const panel = await Panel.open(editor, world, credential, { phone: ANNA, cascade });

		assert.deepEqual(Object.keys(await panel.run()), ['phone', 'accepted', 'messageId', 'repeat']);
		await editor.page.getByText('Accepted is not delivered yet.', { exact: false }).first().waitFor();
		const waiting = await Panel.open(editor, world, credential, { phone: ANNA, cascade, options: { waitForFinalStates: 1 } });
		assert.equal((await waiting.run()).deliveredBy, 'sms');
		assert.equal(await editor.page.getByText('Accepted is not delivered yet.', { exact: false }).count(), 0);
	});

	it('Send At stands above the options, and Attach Data is offered once', async () => {
		const panel = await Panel.open(editor, world, credential);
		await panel.input('sendAt').waitFor();
		const offered = await panel.offers('Add Option');

		assert.equal(offered[0], 'Attach Data');
		assert.deepEqual(
			offered.filter((name) => /Attach|Send At|Pause/.test(name)),
			['Attach Data'],
		);
	});

	it('a button text of 20 characters is refused, with the rule', async () => {
		const options = { buttonText: 'Twenty characters ok', buttonUrl: 'https://shop.example' };
		const cascade = { steps: [{ channel: 'viber', sender: 'MyShop', text: 'Hello', options }] };
		const panel = await Panel.open(editor, world, credential, { phone: ANNA, cascade });

		assert.match(await panel.runInVain(), /Viber Button Text has 20 characters; at most 19 are allowed/);
	});

	it('Split by Outcome gives the node four outputs', async () => {
		const parameters = { operation: 'getStatus', messageId: '1', splitByOutcome: true };
		await (await Panel.open(editor, world, credential, parameters)).close();
		const labels = nodeNamed(editor.page, 'Gateway').locator('[data-test-id=canvas-node-output-handle]');

		assert.deepEqual((await labels.allInnerTexts()).map((label) => label.trim()).sort(), [
			'Delivered',
			'In Progress',
			'Unclear',
			'Undelivered',
		]);
	});

	it('Fetch Test Event of the trigger shows an event', async () => {
		const trigger = {
			...node('Trigger', 'n8n-nodes-cascade-messaging.cascadeMessagingTrigger', 1, {}),
			credentials: { cascadeMessagingApi: credential },
		};
		await openNode(trigger);
		await editor.page.getByText('Fetch Test Event').first().click();

		await editor.page.locator('[data-test-id=output-panel]').getByText('messageId').first().waitFor();
	});

	it('the Reply Trigger shows the address to give away', async () => {
		const reply = {
			...node('Trigger', 'n8n-nodes-cascade-messaging.cascadeMessagingReplyTrigger', 1, {}),
			credentials: { cascadeMessagingApi: credential },
		};
		await openNode(reply);
		await editor.page.getByText('Webhook URLs').first().click();

		await editor.page
			.getByText(/\/webhook-test\/[\w-]+\/replies/)
			.first()
			.waitFor();
	});

	it('the icon is another one in the dark', async () => {
		await editor.page.emulateMedia({ colorScheme: 'dark' });
		await (await Panel.open(editor, world, credential)).close();
		const icon = nodeNamed(editor.page, 'Gateway').locator('img').first();
		await icon.waitFor();
		assert.match((await icon.getAttribute('src')) ?? '', /cascadeMessaging\.dark\.svg/);
		await editor.page.emulateMedia({ colorScheme: 'light' });
	});
});

/** Opens a workflow of one node, and the panel of the node. */
async function openNode(single: { readonly name: string }): Promise<void> {
	const made = await world.session.api('POST', '/workflows', {
		name: 'Clicks',
		nodes: [single],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	await editor.page.goto(`${world.session.url}/workflow/${textAt(made, 'id')}`);
	await nodeNamed(editor.page, single.name).dblclick();
}
