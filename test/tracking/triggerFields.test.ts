import type { INodeProperties } from 'n8n-workflow';

import { readTriggerSettings, triggerFields } from '../../nodes/CascadeMessaging/tracking/triggerFields';

const isField = (one: object): one is INodeProperties => 'displayName' in one && 'type' in one;
const within = (field: INodeProperties) => field.options ?? [];

const fields = triggerFields.flatMap((field) => [field, ...within(field).filter(isField)]);
const byName = (name: string): INodeProperties[] => fields.filter((field) => field.name === name);
const choicesOf = (name: string) => byName(name).flatMap(within);

describe('the fields of the trigger', () => {
	it('are these, of kinds n8n knows', () => {
		expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
			'events: multiOptions',
			'outcomes: multiOptions',
			'campaignName: string',
			'giveUpAfter: number',
			'followFor: number',
			'simplify: boolean',
			'simplify: boolean',
			'options: collection',
			'messagesPerRequest: number',
			'protocol: options',
		]);
	});

	it.each(fields.map((field) => [field.name, field] as const))('%s has a title, and words that explain it', (_name, field) => {
		expect(field.displayName).toMatch(/^[A-Z]\w+( \w+| \(\w+\))*$/);
		if (field.type !== 'collection') expect(field.description).toMatch(/^[A-Z].{20}/);
		if (field.placeholder !== undefined) expect(field.placeholder).toMatch(/^(e\.g\. .+|Add Option)$/);
	});

	it('show as default what is taken when nothing is set', () => {
		const defaults = Object.fromEntries(fields.map(({ name, default: value }) => [name, value]));

		expect(defaults).toEqual({
			...{ events: ['finalOutcome'], outcomes: [], campaignName: '', giveUpAfter: 72, followFor: 72 },
			...{ options: {}, messagesPerRequest: 500, protocol: 'json', simplify: true },
		});
	});

	it('take no number that makes no sense', () => {
		expect(byName('giveUpAfter')).toMatchObject([{ typeOptions: { minValue: 1 } }]);
		expect(byName('followFor')).toMatchObject([{ typeOptions: { minValue: 1, maxValue: 336 } }]);
		expect(byName('messagesPerRequest')).toMatchObject([{ typeOptions: { minValue: 1, numberPrecision: 0 } }]);
	});
});

describe('the choices of the trigger', () => {
	const choices = fields.flatMap(within).filter((one) => 'value' in one);

	it.each(choices.map((choice) => [choice.name, choice] as const))('%s has a title, and a sentence where it needs one', (_name, choice) => {
		expect(choice.name).toMatch(/^[A-Z]\w+( \w+)*$/);
		if ('description' in choice) expect(choice.description).toMatch(/^[A-Z].{20}/);
	});

	it.each(['events', 'outcomes'])('have texts for all %s', (name) => {
		expect(choicesOf(name).every((one) => 'description' in one)).toBe(true);
	});

	it('of the events are all that can be told', () => {
		expect(choicesOf('events').flatMap((one) => ('value' in one ? [one.value] : []))).toEqual([
			...['finalOutcome', 'linkOpened', 'read', 'unsubscribed'],
		]);
	});

	it('of the outcomes are all that a trigger reports', () => {
		expect(choicesOf('outcomes').flatMap((one) => ('value' in one ? [one.value] : []))).toEqual([
			...['delivered', 'expired', 'noReceipt', 'notDelivered', 'timeout', 'unknown'],
		]);
	});

	it('of how long to follow is there for events that need it alone', () => {
		expect(byName('followFor')).toMatchObject([{ displayOptions: { show: { events: ['read', 'linkOpened', 'unsubscribed'] } } }]);
	});

	it('of the protocol leave out GET', () => {
		expect(choicesOf('protocol')).toMatchObject([{ value: 'json' }, { value: 'xml' }]);
	});
});

describe('the settings of the trigger', () => {
	const HOUR = 3_600_000;
	const DEFAULTS = {
		filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' },
		...{ giveUpAfter: 72 * HOUR, followFor: 72 * HOUR, protocol: 'json', messagesPerRequest: 500 },
	};
	const read = (parameters: Record<string, unknown>) =>
		readTriggerSettings({ getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback } as never);

	it('are the defaults where nothing is set', () => {
		expect(read({})).toEqual(DEFAULTS);
		expect(read(Object.fromEntries(triggerFields.map(({ name, default: value }) => [name, value])))).toEqual(DEFAULTS);
	});

	it.each([
		[
			['delivered', 'expired'],
			['delivered', 'expired'],
		],
		['delivered', ['delivered']],
		[[' delivered ', '', null, {}], ['delivered']],
		[null, []],
	])('read the outcomes %j as %j', (outcomes, read_) => {
		expect(read({ outcomes }).filter.outcomes).toEqual(read_);
	});

	it.each([
		['Autumn sale', 'Autumn sale'],
		[' Autumn\u00a0', 'Autumn'],
		['\u200b', ''],
		[2026, '2026'],
		[{}, ''],
	])('read the campaign %j as %j', (campaignName, name) => {
		expect(read({ campaignName }).filter.campaignName).toBe(name);
	});

	it.each([
		[
			['unsubscribed', 'finalOutcome', 'read', 'linkOpened'],
			['finalOutcome', 'read', 'linkOpened', 'unsubscribed'],
		],
		['read', ['read']],
		[['read', 'opened', null], ['read']],
		[[], ['finalOutcome']],
		[['opened'], ['finalOutcome']],
		[null, ['finalOutcome']],
	])('read the events %j as %j', (events, read_) => {
		expect(read({ events }).filter.events).toEqual(read_);
	});

	it.each([
		[24, 24 * HOUR],
		[336, 336 * HOUR],
		[337, 336 * HOUR],
		[0, 3600],
		['always', 72 * HOUR],
	])('follow for %j: %d ms', (followFor, milliseconds) => {
		expect(read({ followFor }).followFor).toBe(milliseconds);
	});

	it.each([
		[3, 3 * HOUR],
		['1,5', 1.5 * HOUR],
		[0.001, 3600],
		[0, 3600],
		[-1, 3600],
		['long', 72 * HOUR],
		[1e300, 876_600 * HOUR],
	])('give up after %j: %d ms', (giveUpAfter, milliseconds) => {
		expect(read({ giveUpAfter }).giveUpAfter).toBe(milliseconds);
	});

	it.each([
		[{ messagesPerRequest: 2 }, 2],
		[{ messagesPerRequest: '3' }, 3],
		[{ messagesPerRequest: 2.9 }, 2],
		[{ messagesPerRequest: 0 }, 1],
		[{ messagesPerRequest: -7 }, 1],
		[{ messagesPerRequest: 'many' }, 500],
		['no options', 500],
	])('with the options %j ask about %d messages at once', (options, count) => {
		expect(read({ options }).messagesPerRequest).toBe(count);
	});

	it.each([
		[{ protocol: 'xml' }, 'xml'],
		[{ protocol: 'json' }, 'json'],
		[{ protocol: 'get' }, 'json'],
		[[], 'json'],
	])('with the options %j ask over %s', (options, protocol) => {
		expect(read({ options }).protocol).toBe(protocol);
	});
});
