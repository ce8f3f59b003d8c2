import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { cascadeFieldOf, readCascade } from '../../../../nodes/CascadeMessaging/operations/message/send/cascade';
import { Given } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { CHANNELS } from '../../../../nodes/CascadeMessaging/protocol';
import { refusalOf } from '../../support/refusalOf';

const read = (value: unknown, typed: unknown = value) =>
	readCascade(new Given(value, typed), new TextReader({ refusesEmpty: true, evaluate: () => undefined }).of(0));
const failure = (step: object, typed: unknown) =>
	refusalOf(() => read({ steps: [step] }, typed instanceof Object ? { steps: [typed] } : typed));

it('reads steps in order, each with the fields of its channel', () => {
	const viber = { channel: 'viber', sender: 'S', text: 'T', options: { validityPeriod: 5, finaleRead: true, buttonText: 'Go' } };
	const vk = {
		channel: 'vk',
		templateId: '7',
		parametersAs: 'rows',
		parameters: { rows: [{ name: 'a', value: 1 }] },
		parametersJson: '{"b":2}',
	};

	expect(read({ steps: [viber, vk, 'x'] })).toStrictEqual({
		cascade: ['viber', 'vk'],
		channels: {
			viber: { sender: 'S', text: 'T', validityPeriod: 5, finaleRead: true, buttonText: 'Go' },
			vk: { templateId: '7', templateData: [{ name: 'a', value: '1' }] },
		},
	});
	expect(read(undefined)).toEqual({ cascade: [], channels: {} });
});

it('reads template parameters as JSON, with all digits', () => {
	const vk = {
		channel: 'vk',
		templateId: '7',
		parametersAs: 'json',
		parameters: { rows: [{ name: 'a' }] },
		parametersJson: '{"order": 12345678901234567890, "none": null}',
	};

	expect(read({ steps: [vk] }).channels.vk?.templateData).toEqual([
		{ name: 'order', value: '12345678901234567890' },
		{ name: 'none', value: '' },
	]);
	expect(read({ steps: [{ ...vk, parametersJson: {} }] }).channels.vk).toEqual({ templateId: '7' });
});

it.each([
	['Viber Text', { channel: 'viber', text: 'null' }, { channel: 'viber', text: '={{ String(null) }}' }],
	[
		'Viber Button URL',
		{ channel: 'viber', options: { buttonUrl: 'https://x/undefined' } },
		{ options: { buttonUrl: '={{ "https://x/" + $json.x }}' } },
	],
	['VK Template ID', { channel: 'vk', templateId: NaN }, { templateId: '={{ $json.x * 1 }}' }],
	[
		'VK Template Parameters "a"',
		{ channel: 'vk', parameters: { rows: [{ name: 'a', value: '[object Object]' }] } },
		{ parameters: { rows: [{ name: 'a', value: '= {{ x }}' }] } },
	],
	[
		'VK Template Parameters Name',
		{ channel: 'vk', parameters: { rows: [{ name: 'undefined', value: '' }] } },
		{ parameters: { rows: '={{ x }}' } },
	],
	[
		'VK Template Parameters "a"',
		{ channel: 'vk', parametersAs: 'json', parametersJson: '{"a":"undefined"}' },
		{ parametersJson: '={"a":"{{ `${x}` }}"}' },
	],
	[
		'VK Template Parameters Name',
		{ channel: 'vk', parametersAs: 'json', parametersJson: '{"undefined":""}' },
		{ parametersJson: '={"{{ `${x}` }}":""}' },
	],
	[
		'VK Template Parameters "a"',
		{ channel: 'vk', parametersAs: 'json', parametersJson: { a: NaN } },
		{ parametersJson: '={{ {a: NaN} }}' },
	],
	['SMS Sender', { channel: 'sms', sender: 'Invalid DateTime' }, '={{ $json.cascade }}'],
])('%s is refused when broken', (field, step, typed) => {
	expect(failure(step, typed)).toMatchObject({ code: 'textBroken', field });
});

it('names of parameters that were typed are the user’s own', () => {
	expect(
		failure({ channel: 'vk', parametersAs: 'json', parametersJson: { undefined: 'x' } }, { parametersJson: { undefined: '={{ x }}' } }),
	).toBeUndefined();
});

it('an empty placeholder in JSON is one of the whole', () => {
	expect(
		failure({ channel: 'vk', parametersAs: 'json', parametersJson: '{"a": ""}' }, { parametersJson: '={"a": "{{ $json.a }}"}' }),
	).toMatchObject({
		code: 'placeholderEmpty',
		field: 'VK Template Parameters',
	});
});

it('fields of other channels are not looked at', () => {
	expect(
		failure({ channel: 'sms', text: 'T', templateId: 'undefined', options: { buttonText: 'null' } }, '={{ $json.cascade }}'),
	).toBeUndefined();
});

it('a channel stands there once, and is a known one', () => {
	expect(refusalOf(() => read({ steps: [{ channel: 'sms' }, { channel: 'sms' }] }))).toMatchObject({
		code: 'channelRepeated',
		field: 'Cascade',
		message: 'Cascade: SMS stands there twice; each channel may stand there once.',
	});
	expect(refusalOf(() => read({ steps: [{ channel: 'fax' }] }))).toMatchObject({
		code: 'channelUnknown',
		field: 'Channel',
		message: 'Channel "fax" is not known; choose one of viber, sms, vk, whatsapp.',
	});
	expect(refusalOf(() => read({ steps: [{ channel: 'sms' }, { channel: '' }] }))).toMatchObject({
		code: 'channelUnknown',
		message: 'Channel "" is not known; choose one of viber, sms, vk, whatsapp.',
	});
	expect(refusalOf(() => read({ steps: [{ channel: {} }] }))).toMatchObject({ code: 'valueNotReadable', field: 'Channel' });
});

describe('the parameter', () => {
	const [steps] = (cascadeFieldOf(CHANNELS).options ?? []) as INodePropertyCollection[];
	const shownFor = (channel: string) =>
		(steps?.values ?? []).filter(({ displayOptions }) => displayOptions?.show?.channel?.includes(channel) === true);

	it('begins with Viber and then an SMS, whose channels can be changed', () => {
		expect(cascadeFieldOf(CHANNELS)).toMatchObject({
			name: 'cascade',
			type: 'fixedCollection',
			required: true,
			default: { steps: [{ channel: 'viber' }, { channel: 'sms' }] },
		});
		expect(cascadeFieldOf(CHANNELS).typeOptions).toEqual({
			...{ multipleValues: true, sortable: true, multipleValueButtonText: 'Add Channel' },
			fixedCollection: { itemTitle: '={{ $collection.item.value.channel || "Choose a channel" }}' },
		});
		expect(steps?.name).toBe('steps');
		const choice = {
			...{ name: 'channel', type: 'options', noDataExpression: true, required: true },
			options: [
				{ name: 'Viber', value: 'viber' },
				{ name: 'SMS', value: 'sms' },
				{ name: 'VK', value: 'vk' },
				{ name: 'WhatsApp', value: 'whatsapp' },
			],
		};
		expect(steps?.values.slice(0, 2)).toMatchObject([
			{ ...choice, default: 'sms', displayOptions: { show: { '@version': [1] } } },
			{ ...choice, default: '', displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } } },
		]);
	});

	it('shows the fields of the channel, those that few need among its options', () => {
		expect(shownFor('sms').map(({ name }) => name)).toEqual(['sender', 'text']);
		const viber = shownFor('viber');
		expect(viber.map(({ name }) => name)).toEqual(['sender', 'text', 'options']);
		expect(viber[2]).toMatchObject({ displayName: 'Channel Options', type: 'collection', placeholder: 'Add Option', default: {} });
		expect((viber[2]?.options as INodeProperties[]).map(({ name }) => name)).toEqual([
			'buttonText',
			'buttonUrl',
			'imageUrl',
			'validityPeriod',
			'finaleRead',
		]);
	});

	it('shows a field that depends on another where both say so', () => {
		expect(shownFor('vk').map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
			['templateId', { channel: ['vk'] }],
			['parametersAs', { channel: ['vk'] }],
			['parameters', { channel: ['vk'], parametersAs: ['rows'] }],
			['parametersJson', { channel: ['vk'], parametersAs: ['json'] }],
		]);
	});
});
