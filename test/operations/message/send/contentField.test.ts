import { propertiesOf, readContentField } from '../../../../nodes/CascadeMessaging/operations/message/send/contentField';
import { Given } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import type { ContentField, FieldKind } from '../../../../nodes/CascadeMessaging/protocol';
import { refusalOf } from '../../support/refusalOf';

const texts = new TextReader({ refusesEmpty: false, evaluate: () => undefined }).of(0);
const fieldOf = (kind: FieldKind, name: ContentField['name'], more: Partial<ContentField> = {}): ContentField => ({
	name,
	kind,
	wire: name,
	label: 'Thing',
	description: 'What it is',
	...more,
});
const read = (field: ContentField, values: unknown) =>
	readContentField(field, { values: new Given(values, values), where: 'Fax Thing', texts });

describe('is offered as what it is', () => {
	const named = { displayName: 'Thing', description: 'What it is' };

	it.each([
		[fieldOf('text', 'text'), { name: 'text', type: 'string', default: '', typeOptions: { rows: 3 } }],
		[fieldOf('text', 'buttonText'), { name: 'buttonText', type: 'string', default: '' }],
		[fieldOf('name', 'sender', { placeholder: 'e.g. Me' }), { name: 'sender', type: 'string', default: '', placeholder: 'e.g. Me' }],
		[fieldOf('minutes', 'validityPeriod'), { name: 'validityPeriod', type: 'number', typeOptions: { minValue: 1 }, default: 60 }],
		[fieldOf('flag', 'finaleRead'), { name: 'finaleRead', type: 'boolean', default: false }],
	])('%j', (field, property) => {
		expect(propertiesOf(field)).toStrictEqual([{ ...named, ...property }]);
	});

	it('a choice or a name, where the operator tells which there are', () => {
		expect(propertiesOf(fieldOf('name', 'sender', { listed: 'senders', placeholder: 'e.g. Me' }))).toMatchObject([
			{
				...{ ...named, name: 'sender', type: 'resourceLocator', default: { mode: 'name', value: '' } },
				modes: [
					{ name: 'list', typeOptions: { searchListMethod: 'searchSenders', searchable: true } },
					{ name: 'name', type: 'string', placeholder: 'e.g. Me' },
				],
			},
		]);
	});

	it('several parameters for named values', () => {
		expect(propertiesOf(fieldOf('parameters', 'templateData')).map(({ name }) => name)).toEqual([
			'parametersAs',
			'parameters',
			'parametersJson',
		]);
	});
});

describe('is read as what it is', () => {
	it.each<[FieldKind, ContentField['name'], unknown, unknown]>([
		['text', 'text', { text: ' a ' }, ' a '],
		['text', 'text', { text: ' ' }, undefined],
		['name', 'sender', { sender: ' a ' }, 'a'],
		['name', 'sender', { sender: ' ' }, undefined],
		['name', 'sender', { sender: { __rl: true, mode: 'name', value: ' a ' } }, 'a'],
		['name', 'sender', { sender: { __rl: true, mode: 'list', value: 'a', cachedResultName: 'A' } }, 'a'],
		['name', 'sender', { sender: { __rl: true, mode: 'list', value: '' } }, undefined],
		['minutes', 'validityPeriod', { validityPeriod: '5' }, 5],
		['minutes', 'validityPeriod', {}, undefined],
		['flag', 'finaleRead', { finaleRead: 'yes' }, true],
		['flag', 'finaleRead', { finaleRead: false }, undefined],
		['parameters', 'templateData', { parameters: { rows: [{ name: 'a', value: 'x' }] } }, [{ name: 'a', value: 'x' }]],
		['parameters', 'templateData', {}, undefined],
	])('%s %s of %j is %j', (kind, name, values, value) => {
		expect(read(fieldOf(kind, name), values)).toEqual(value);
	});

	it.each<[FieldKind, unknown, string]>([
		['text', { text: {} }, 'Fax Thing'],
		['name', { text: {} }, 'Fax Thing'],
		['minutes', { text: 'soon' }, 'Fax Thing'],
		['parameters', { parameters: { rows: [{ name: 'a', value: {} }] } }, 'Fax Thing "a"'],
	])('%s of %j is refused, by its name', (kind, values, field) => {
		expect(refusalOf(() => read(fieldOf(kind, 'text'), values))).toMatchObject({ code: 'valueNotReadable', field });
	});
});
