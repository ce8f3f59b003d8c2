import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Editor } from './editor/panel';
import { openEditor, Panel } from './editor/panel';
import type { Credential } from './workflows';
import { makeCredential } from './workflows';
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
		await panel.chooseFromList('sender', 'MyShop');
		await panel.type('text', 'Hello, #name#!');
		assert.equal((await panel.run()).recipients, '1');
		assert.equal(world.simulator.messages.at(-1)?.content.texts.sms, 'Hello, Anna!');
	});

	it('a sender that a workflow of before holds as text is shown, sent and kept', async () => {
		const cascade = { steps: [{ channel: 'sms', sender: 'MyShop', text: 'Hello' }] };
		const panel = await Panel.open(editor, world, credential, { phone: ANNA, cascade });
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
