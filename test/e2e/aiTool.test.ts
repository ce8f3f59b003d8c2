import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { dig, isRecord, textAt } from '../../demo/json';
import { runWorkflow } from '../../demo/n8n/execution';
import type { MadeUpModel } from './aiTool/madeUpModel';
import { startModel } from './aiTool/madeUpModel';
import type { Credential } from './workflows';
import { makeCredential, node } from './workflows';
import type { World } from './world';
import { putUp } from './world';

const ANNA = '79160000001';
const LIST = { __rl: true, mode: 'id', value: '4' };
const asked = (name: string): string => `={{ $fromAI('${name}', 'the ${name} the user names', 'string') }}`;

let world: World;
let model: MadeUpModel;
let credential: Credential;
let brain: Credential;
before(async () => {
	world = await putUp(600, { N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true' });
	model = await startModel();
	credential = await makeCredential(world, 'memory');
	const data = { apiKey: 'none', url: model.url, header: false };
	brain = { id: textAt(await world.session.api('POST', '/credentials', { name: 'Model', type: 'openAiApi', data }), 'id'), name: 'Model' };
	world.simulator.changeAccount({
		sendsToLists: true,
		contactLists: [{ id: '4', name: 'Customers', contacts: [{ phone: ANNA, name: 'Anna' }] }],
	});
});
after(async () => {
	model.close();
	await world.close();
});

/** Lets an agent use an operation as its tool, with what its model says; gives what the agent answers then. */
async function use(what: `${string}.${string}`, parameters: object, said: Record<string, unknown>): Promise<string> {
	const [resource, operation] = what.split('.');
	model.callWith(said);
	const nodes = [
		node('By Hand', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Agent', '@n8n/n8n-nodes-langchain.agent', 2.2, { promptType: 'define', text: 'Do it.', options: { enableStreaming: false } }),
		{
			...node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, { model: { __rl: true, mode: 'id', value: 'made-up' }, options: {} }),
			credentials: { openAiApi: brain },
		},
		{
			...node('Tool', 'n8n-nodes-cascade-messaging.cascadeMessagingTool', 2, {
				...{ descriptionType: 'manual', toolDescription: 'Talks to customers', resource, operation, defaultCountry: 'RU', options: {} },
				...parameters,
			}),
			credentials: { cascadeMessagingApi: credential },
		},
	];
	const link = (type: string): object => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	const connections = { 'By Hand': link('main'), Model: link('ai_languageModel'), Tool: link('ai_tool') };
	const made = await world.session.api('POST', '/workflows', { name: what, nodes, connections, settings: { executionOrder: 'v1' } });
	const run = await runWorkflow(world.session, textAt(made, 'id'), 'By Hand', AbortSignal.timeout(60_000));
	assert.equal(run.status, 'success', run.message);
	return textAt(run.itemsOf('Agent')[0], 'output');
}

describe('an AI agent uses each operation as its tool', () => {
	const cascade = { steps: [{ channel: 'sms', sender: 'MyShop', text: asked('text') }] };
	const contactLists = { lists: [{ contactList: LIST }] };
	let messageId = '';

	it('Message: Send', async () => {
		const answer = await use('message.send', { phone: asked('phone'), cascade }, { phone: ANNA, text: 'Hello!' });
		const [sent] = world.simulator.messages;
		messageId = sent?.id ?? '';

		assert.deepEqual([sent?.phone, sent?.content.texts.sms], [ANNA, 'Hello!']);
		assert.match(answer, new RegExp(`"messageId":"${messageId}"`));
		const tool = model.offered.at(-1);
		assert.ok(isRecord(dig(tool, 'parameters', 'properties')));
		assert.deepEqual(Object.keys(dig(tool, 'parameters', 'properties') as object).sort(), ['phone', 'text']);
	});

	const words = { text: 'Hello!' };
	const told: [Parameters<typeof use>, RegExp][] = [
		[['message.sendToList', { contactLists, cascade }, words], /"contactList":"4","accepted":true/],
		[['message.preview', { phone: asked('phone'), cascade }, { phone: ANNA, ...words }], /"willBeSent":true/],
		[['account.getBalance', {}, {}], /"currency":"RUR"/],
		[['account.getSenders', {}, {}], /"sender":"MyShop"/],
		[['phone.lookUp', { phone: asked('phone') }, { phone: ANNA }], /"operator":"МТС"/],
		[['stopList.add', { phone: asked('phone') }, { phone: ANNA }], /"done":"added"/],
		[['stopList.getMany', {}, {}], new RegExp(`"phone":"${ANNA}"`)],
		[['stopList.remove', { phone: asked('phone') }, { phone: ANNA }], /"done":"removed"/],
		[
			[
				'contactList.addOrUpdate',
				{ contactList: LIST, phone: asked('phone'), contactFields: { name: asked('name') } },
				{ phone: ANNA, name: 'Anna' },
			],
			/"done":"changed"/,
		],
		[['contactList.getContacts', { contactList: LIST }, {}], /"name":"Anna"/],
		[['contactList.getMany', {}, {}], /"name":"Customers"/],
		[['contactList.remove', { contactList: LIST, phone: asked('phone') }, { phone: ANNA }], /"done":"removed"/],
	];
	for (const [given, answer] of told) {
		it(given[0], async () => {
			assert.match(await use(...given), answer);
		});
	}

	it('Message: Get Status, Track', async () => {
		assert.match(await use('message.getStatus', { messageId: asked('id') }, { id: messageId }), new RegExp(`"messageId":"${messageId}"`));
		assert.match(await use('message.track', { messageId: asked('id') }, { id: messageId }), /"tracked":true/);
	});

	it('is told in words what is wrong', async () => {
		assert.match(
			await use('message.send', { phone: asked('phone'), cascade }, { phone: '12', text: 'Hello!' }),
			/Phone \\*"12\\*" is not a valid number/,
		);
	});
});
