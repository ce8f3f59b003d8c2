import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { SendRun } from './kit';
import { jsonOf, send, sms } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const items = [{ phone: '79000000001', user: { name: 'Anna' }, empty: '', list: [1, {}], when: null }];
const text = (words: string): SendRun => ({ cascade: [{ ...sms, text: words }] });
const vk = (step: INodeParameters): SendRun => ({ cascade: [{ channel: 'vk', templateId: '7', ...step }] });
const key = (words: string): SendRun => ({ parameters: { clientMessageIdFrom: 'key', clientMessageKey: words } });
const codeOf = async (run: SendRun): Promise<unknown> => {
	const [failed] = jsonOf(await send(simulator, { items, ...run, onError: 'continueErrorOutput' }), 1);
	const { code, field, outcome } = (failed?.error ?? {}) as Record<string, unknown>;
	return failed === undefined ? undefined : { code, field, outcome };
};

describe('what an expression made of nothing is refused', () => {
	it.each([
		['an object', text('=Hello, {{ $json.user }}!'), 'SMS Text'],
		['a list with an object', text('=Hello, {{ $json.list }}!'), 'SMS Text'],
		['undefined in a JavaScript text', text('={{ `Hello, ${$json.missing}!` }}'), 'SMS Text'],
		['undefined that was added', text("={{ 'Hello' + $json.missing }}"), 'SMS Text'],
		['NaN alone', text('={{ $json.user * 2 }}'), 'SMS Text'],
		['an invalid Luxon date', text('=On {{ DateTime.fromISO("x") }}'), 'SMS Text'],
		['an invalid Luxon date, formatted', text('=On {{ DateTime.fromISO("x").toFormat("dd.MM") }}'), 'SMS Text'],
		['an invalid Luxon date alone', text('={{ DateTime.fromISO("x") }}'), 'SMS Text'],
		['an invalid date', text('=On {{ new Date("x") }}'), 'SMS Text'],
		['a function of JavaScript', text('=Hello, {{ $json.phone.trim }}'), 'SMS Text'],
		['a function of Luxon', text('=On {{ $now.toFormat }}'), 'SMS Text'],
		['a parameter', vk({ parameters: { rows: [{ name: 'a', value: '=x {{ $json.user }}' }] } }), 'VK Template Parameters "a"'],
		['a parameter in JSON', vk({ parametersAs: 'json', parametersJson: '={"a": "{{ $json.user }}"}' }), 'VK Template Parameters "a"'],
		['a key', key("={{ 'order-' + $json.missing }}"), 'Key'],
	])('%s', async (_, run, field) => {
		expect(await codeOf(run)).toEqual({ code: 'textBroken', field, outcome: 'notSent' });
		expect(simulator.messages).toHaveLength(0);
	});

	it.each([
		['fixed text', text('undefined is not null')],
		['literals', text('=undefined is not {{ 1 }}')],
		['fields of a channel that was chosen before', { cascade: [{ ...sms, templateId: '=x {{ $json.user }}' }] }],
	])('but %s is the user’s own', async (_, run) => {
		expect(await codeOf(run)).toBeUndefined();
		expect(simulator.messages).toHaveLength(1);
	});
});

it('a key with a gap is refused', async () => {
	expect(await codeOf(key('=order-{{ $json.missing }}'))).toMatchObject({ code: 'keyIncomplete', field: 'Key' });
	expect(await codeOf(key('=order-{{ $json.missing }}{{ $json.phone }}'))).toMatchObject({ code: 'keyIncomplete', field: 'Key' });
});

describe('Empty Placeholders', () => {
	const two = [...items, { phone: '79000000002', name: 'Anna', surname: 'van Dyck' }, { phone: '12' }];
	const greeting = text('=Hello, {{ $json.name }} {{ $json.surname }}!');

	it('sends anyway, and a hint counts and names them', async () => {
		const { hints } = await send(simulator, { items: two, ...greeting, onError: 'continueErrorOutput' });

		expect(simulator.messages).toHaveLength(2);
		expect(hints.map(({ message }) => message)).toContainEqual(
			'Texts with gaps: 2 placeholders gave nothing, in 1 of 3 items. The first is {{ $json.name }} in SMS Text of item 0. To keep such items from being sent, set the option Empty Placeholders to Refuse Item.',
		);
	});

	it('refuses the item, and knows where the text alone does not', async () => {
		const nobody = { phone: '79000000003', surname: 'van Dyck' };
		const run = { ...greeting, options: { emptyPlaceholders: 'refuse' }, onError: 'continueErrorOutput' as const };
		const result = await send(simulator, { items: [...two.slice(0, 2), nobody], ...run });

		expect(simulator.messages.map(({ phone }) => phone)).toEqual(['79000000002']);
		expect(jsonOf(result, 1).map(({ phone }) => phone)).toEqual(['79000000001', '79000000003']);
		expect(result.hints.filter(({ message }) => message.startsWith('Texts'))).toEqual([]);
	});
});

describe('Send At', () => {
	it.each([
		['a date that is none', '={{ new Date("garbage") }}', 'sendAtInvalid'],
		['a Luxon date that is none', '={{ DateTime.fromISO("x") }}', 'sendAtInvalid'],
		['the ISO text of one', '={{ DateTime.fromISO("x").toISO() }}', 'sendAtInvalid'],
		['a missing field', '={{ $json.missing }}', 'sendAtInvalid'],
		['null', '={{ $json.when }}', 'sendAtInvalid'],
		['an empty field', '={{ $json.empty }}', 'sendAtInvalid'],
		['a number', '={{ 20991201 }}', 'sendAtInvalid'],
		['a date gone by', '={{ $now.minus({ hours: 1 }) }}', 'sendAtPast'],
	])('%s is refused', async (_, sendAt, code) => {
		expect(await codeOf({ options: { sendAt } })).toEqual({ code, field: 'Send At', outcome: 'notSent' });
		expect(simulator.messages).toHaveLength(0);
	});

	it.each([
		['left empty', ''],
		['two minutes ago', '={{ $now.minus({ minutes: 2 }) }}'],
		['to come', '={{ $now.plus({ days: 1 }).toJSDate() }}'],
	])('%s is sent', async (_, sendAt) => {
		expect(await codeOf({ options: { sendAt } })).toBeUndefined();
		expect(simulator.messages).toHaveLength(1);
	});
});

it('numbers in JSON keep their digits', async () => {
	await send(simulator, { items, ...vk({ parametersAs: 'json', parametersJson: '{"order": 12345678901234567890}' }) });

	expect(JSON.stringify(simulator.requests)).toContain('12345678901234567890');
});
