import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { dig, listAt, textAt } from '../../demo/json';
import type { Execution } from '../../demo/n8n/execution';
import { runWorkflow } from '../../demo/n8n/execution';
import type { Credential } from './workflows';
import { makeCredential, node } from './workflows';
import type { World } from './world';
import { putUp } from './world';

const [ANNA, BORIS] = ['79160000001', '79160000002'];
const LIST = { contactList: { __rl: true, mode: 'id', value: '4' } };

let world: World;
let credential: Credential;
before(async () => {
	world = await putUp(600);
	credential = await makeCredential(world, 'memory');
	world.simulator.changeAccount({ balance: 356.1, contactLists: [{ id: '4', name: 'Customers', contacts: [] }] });
});
after(async () => await world.close());

/** Runs an operation by hand in n8n, on items that name a phone each. */
async function run(what: `${string}.${string}`, phones: readonly string[], parameters: object = {}): Promise<Execution> {
	const [resource, operation] = what.split('.');
	const items = phones.map((phone) => `{ json: { phone: '${phone}', name: 'of ${phone}' } }`).join(', ');
	const nodes = [
		node('By Hand', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Contacts', 'n8n-nodes-base.code', 2, { jsCode: `return [${items}];` }),
		{
			...node('Operation', 'n8n-nodes-cascade-messaging.cascadeMessaging', 1, {
				...{ resource, operation, phone: '={{ $json.phone }}', defaultCountry: 'RU', options: {}, ...parameters },
			}),
			credentials: { cascadeMessagingApi: credential },
			onError: 'continueErrorOutput',
		},
	];
	const connections = {
		'By Hand': { main: [[{ node: 'Contacts', type: 'main', index: 0 }]] },
		Contacts: { main: [[{ node: 'Operation', type: 'main', index: 0 }]] },
	};
	const made = await world.session.api('POST', '/workflows', { name: what, nodes, connections, settings: { executionOrder: 'v1' } });
	return await runWorkflow(world.session, textAt(made, 'id'), 'By Hand', AbortSignal.timeout(60_000));
}

/** What an operation gives for each item, and what it gives at its error output. */
async function outputsOf(...given: Parameters<typeof run>): Promise<[done: unknown[], failed: unknown[]]> {
	const ran = await run(...given);
	assert.equal(ran.status, 'success', ran.message);
	return [ran.itemsOf('Operation'), ran.itemsOf('Operation', 1)];
}

describe('what the operator keeps, asked in a real n8n', () => {
	it('Account: balance and senders', async () => {
		const [[balance]] = await outputsOf('account.getBalance', [ANNA, BORIS]);
		assert.deepEqual([dig(balance, 'balance'), dig(balance, 'currency')], [356.1, 'RUR']);
		assert.ok(listAt(balance, 'prices').length > 0);
		const [senders] = await outputsOf('account.getSenders', [ANNA]);
		assert.deepEqual(
			senders.map((one) => textAt(one, 'sender')),
			['MyShop', 'MyShop-New', 'Casino'],
		);
	});

	it('Phone: what is known of it; one that cannot be read comes out of the error output', async () => {
		const [known, failed] = await outputsOf('phone.lookUp', [ANNA, '12']);
		assert.deepEqual(
			known.map((one) => [textAt(one, 'phone'), textAt(one, 'operator')]),
			[[ANNA, 'МТС']],
		);
		assert.equal(failed.length, 1);
	});

	it('Stop List: added, told and removed', async () => {
		assert.deepEqual(await outputsOf('stopList.add', [ANNA, BORIS]), [[ANNA, BORIS].map((phone) => ({ phone, done: 'added' })), []]);
		assert.deepEqual(await outputsOf('stopList.getMany', ['']), [[{ phone: ANNA }, { phone: BORIS }], []]);
		assert.deepEqual((await outputsOf('stopList.remove', [ANNA]))[0], [{ phone: ANNA, done: 'removed' }]);
		assert.deepEqual([...world.simulator.account.stopList], [BORIS]);
	});

	it('Contact List: contacts saved, told and removed', async () => {
		const contactFields = { name: '={{ $json.name }}', birthday: '17.05.1990' };
		const [saved] = await outputsOf('contactList.addOrUpdate', [ANNA, BORIS], { ...LIST, contactFields });
		assert.deepEqual(
			saved,
			[ANNA, BORIS].map((phone) => ({ phone, contactList: '4', done: 'added' })),
		);
		assert.deepEqual((await outputsOf('contactList.getMany', ['']))[0], [{ contactList: '4', name: 'Customers' }]);
		const [contacts] = await outputsOf('contactList.getContacts', [''], { ...LIST, returnAll: true });
		assert.deepEqual(
			contacts.map((one) => [textAt(one, 'name'), textAt(one, 'birthday')]),
			[ANNA, BORIS].map((phone) => [`of ${phone}`, '1990-05-17']),
		);
		const [removed] = await outputsOf('contactList.remove', [BORIS], LIST);
		assert.deepEqual(removed, [{ phone: BORIS, contactList: '4', done: 'removed' }]);
	});

	it('an operator who offers none of it is named as the reason, at the error output', async () => {
		world.simulator.changeAccount({ offered: false });
		const [done, failed] = await outputsOf('stopList.add', [ANNA]);
		world.simulator.changeAccount({ offered: true });
		assert.deepEqual(done, []);
		assert.match(JSON.stringify(failed), /was not put on the stop list\. Your operator does not offer this/);
	});
});
