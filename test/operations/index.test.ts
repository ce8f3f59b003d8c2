import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../../nodes/CascadeMessaging/operations';
import { outputsOf, propertiesOf, runOperation } from '../../nodes/CascadeMessaging/operations';
import { OUTPUTS } from '../../nodes/CascadeMessaging/operations/message/getStatus/outputs';
import type { Failure } from '../../nodes/CascadeMessaging/operations/shared/failure';
import { operation } from '../../nodes/CascadeMessaging/operations/shared/operation';
import { fakeContext } from './support/fakeContext';

describe('a made-up resource', () => {
	const telling = { fromReading: (failure: Failure) => failure, besideError: () => ({}), describeStop: () => [] };
	const nameField: INodeProperties = {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		displayOptions: { show: { loud: [true] } },
	};
	const greet = operation({
		option: { name: 'Greet', value: 'greet', action: 'Greet contact' },
		fields: [nameField],
		telling,
		execute: async (context) => [{ item: 0, json: { greeting: `Hello, ${context.getNodeParameter('name', 0) as string}!` } }],
	});
	const sort = operation({
		option: { name: 'Sort', value: 'sort' },
		fields: [],
		outputs: { by: 'isSorted', names: ['Friends', 'Others'] },
		telling,
		execute: async () => [{ item: 0, output: 1, json: {} }],
	});
	const table: Resource[] = [
		{ option: { name: 'Contact', value: 'contact', description: 'Somebody' }, operations: [greet, sort] },
		{ option: { name: 'Letter', value: 'letter' }, operations: [sort] },
	];

	it('is offered, with its operations, the first of each chosen at first', () => {
		const [resource, ofContact, ofLetter] = propertiesOf(table);

		expect(resource).toEqual({
			...{ displayName: 'Resource', name: 'resource', type: 'options', noDataExpression: true, default: 'contact' },
			options: [
				{ name: 'Contact', value: 'contact', description: 'Somebody' },
				{ name: 'Letter', value: 'letter' },
			],
		});
		expect(ofContact).toEqual({
			...{ displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, default: 'greet' },
			displayOptions: { show: { resource: ['contact'] } },
			options: [greet.option, sort.option],
		});
		expect(ofLetter).toMatchObject({ displayOptions: { show: { resource: ['letter'] } }, default: 'sort' });
	});

	it('says above its operations when it needs a newer gateway', () => {
		const newer = table.map((resource, index) => (index === 1 ? { ...resource, isNewer: true as const } : resource));

		expect(propertiesOf(newer)[3]).toMatchObject({ type: 'notice', displayOptions: { show: { resource: ['letter'] } } });
	});

	it('shows the parameters of an operation for it alone', () => {
		expect(propertiesOf(table).slice(3)).toEqual([
			{ ...nameField, displayOptions: { show: { loud: [true], resource: ['contact'], operation: ['greet'] } } },
		]);
	});

	it('gives the node the outputs of the operation that is split', () => {
		const [letter] = table.slice(1);
		expect(outputsOf(letter === undefined ? [] : [letter])).toBe(
			'={{ $parameter.operation === "sort" && $parameter.isSorted === true ? [{"type":"main","displayName":"Friends"},{"type":"main","displayName":"Others"}] : ["main"] }}',
		);
		expect(outputsOf([{ option: { name: 'Contact', value: 'contact' }, operations: [greet] }])).toBe('={{ ["main"] }}');
	});

	it('runs the operation that is chosen, of the resource that is chosen', async () => {
		const run = async (parameters: Record<string, string>) => await runOperation(fakeContext({ parameters }).context, table);

		expect(await run({ resource: 'contact', operation: 'greet', name: 'Anna' })).toEqual([
			[{ json: { greeting: 'Hello, Anna!' }, pairedItem: { item: 0 } }],
		]);
		expect(await run({ resource: 'letter', operation: 'sort' })).toEqual([[], [{ json: {}, pairedItem: { item: 0 } }]]);
		await expect(run({ resource: 'letter', operation: 'greet' })).rejects.toThrow('This node has no operation "greet" for "letter"');
	});

	it('offers nothing where there is nothing', () => {
		expect(propertiesOf([])).toMatchObject([{ name: 'resource', options: [], default: '' }]);
		expect(propertiesOf([{ option: { name: 'Contact', value: 'contact' }, operations: [] }])[1]).toMatchObject({
			options: [],
			default: '',
		});
	});
});

describe('the table of the node', () => {
	it('has these resources and operations, the first of each chosen at first', () => {
		const [resource] = propertiesOf();
		expect(resource).toMatchObject({ default: 'message' });
		const operations = propertiesOf().filter(({ name }) => name === 'operation');
		const table = operations.map(({ displayOptions, options = [], default: first }) => {
			const values = options.map((option) => ('value' in option ? option.value : ''));
			expect(first).toBe(values[0]);
			return [displayOptions?.show?.resource?.[0], ...values];
		});
		expect(table).toEqual([
			['message', 'send', 'sendToList', 'preview', 'getStatus', 'track'],
			['account', 'getBalance', 'getSenders'],
			['contactList', 'addOrUpdate', 'getContacts', 'getMany', 'remove'],
			['phone', 'lookUp'],
			['stopList', 'add', 'getMany', 'remove'],
		]);
	});

	it('splits Get Status alone, by a name no other operation has', () => {
		const names = OUTPUTS.map((displayName) => ({ type: 'main', displayName }));
		expect(outputsOf()).toBe(
			`={{ $parameter.operation === "getStatus" && $parameter.splitByOutcome === true ? ${JSON.stringify(names)} : ["main"] }}`,
		);
		const values = propertiesOf()
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) => options);
		expect(values.filter((option) => 'value' in option && option.value === 'getStatus')).toHaveLength(1);
	});

	it.each([
		['fax', 'send'],
		['message', 'fax'],
		['constructor', 'toString'],
	])('has no resource or operation of another name: %s, %s', async (resource, chosen) => {
		const message = `This node has no operation "${chosen}" for "${resource}"`;
		const parameters = { resource, operation: chosen };
		await expect(runOperation(fakeContext({ parameters }).context)).rejects.toMatchObject({ name: 'NodeOperationError', message });
		expect(await runOperation(fakeContext({ parameters, items: 2, node: { onError: 'continueRegularOutput' } }).context)).toEqual([
			[0, 1].map((item) => ({ json: { error: { message, code: 'credentialNotUsable' } }, pairedItem: { item } })),
		]);
	});
});
