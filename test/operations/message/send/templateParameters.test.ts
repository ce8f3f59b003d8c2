import {
	readTemplateParameters,
	templateParameterFields,
} from '../../../../nodes/CascadeMessaging/operations/message/send/templateParameters';
import { Given } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { refusalOf } from '../../support/refusalOf';

const texts = new TextReader({ refusesEmpty: true, evaluate: () => undefined });
const read = (step: object, typed: unknown = step) => readTemplateParameters(new Given(step, typed), 'VK Data', texts.of(0));
const json = (parametersJson: unknown) => ({ parametersAs: 'json', parametersJson });

it('are rows, in their order', () => {
	expect(read({ parameters: { rows: [{ name: 'b', value: 1 }, 'no row', { name: 'a', value: 'x' }] } })).toEqual([
		{ name: 'b', value: '1' },
		{ name: 'a', value: 'x' },
	]);
	expect(read({ parametersAs: 'rows', parameters: { rows: [{ name: 'a', value: 'x' }] }, parametersJson: '{"b":1}' })).toEqual([
		{ name: 'a', value: 'x' },
	]);
});

it('are the names and values of a JSON object', () => {
	expect(read({ ...json('{"b":1,"a":"x"}'), parameters: { rows: [{ name: 'c' }] } })).toEqual([
		{ name: 'b', value: '1' },
		{ name: 'a', value: 'x' },
	]);
	expect(read(json({ a: true }))).toEqual([{ name: 'a', value: 'true' }]);
});

it.each([{}, { parameters: {} }, { parameters: { rows: [] } }, json('{}'), json(''), json({})])('are none in %j', (step) => {
	expect(read(step)).toBeUndefined();
});

it('are refused where they are no object, or no texts', () => {
	expect(refusalOf(() => read(json('[1]')))).toEqual({
		code: 'valueNotReadable',
		field: 'VK Data',
		message: 'VK Data must be a JSON object such as {"Name":"Anna"}.',
	});
	expect(refusalOf(() => read(json({ a: {} })))).toMatchObject({ code: 'valueNotReadable', field: 'VK Data "a"' });
	expect(refusalOf(() => read({ parameters: { rows: [{ name: {}, value: '' }] } }))).toMatchObject({
		code: 'valueNotReadable',
		field: 'VK Data Name',
	});
});

it('an empty placeholder of JSON text is told once, of the whole', () => {
	expect(refusalOf(() => read(json('{"a":""}'), json('={"a":"{{ $json.a }}"}')))).toMatchObject({
		code: 'placeholderEmpty',
		field: 'VK Data',
	});
	expect(read(json({ a: '' }), json('={{ $json.all }}'))).toEqual([{ name: 'a', value: '' }]);
});

it('are given as rows or as JSON', () => {
	expect(templateParameterFields({ label: 'Data', description: 'What to put in' })).toMatchObject([
		{
			...{ displayName: 'Data As', name: 'parametersAs', type: 'options', default: 'rows', noDataExpression: true },
			options: [
				{ name: 'Name and Value Rows', value: 'rows' },
				{ name: 'JSON', value: 'json' },
			],
		},
		{
			...{ displayName: 'Data', name: 'parameters', description: 'What to put in', displayOptions: { show: { parametersAs: ['rows'] } } },
			options: [
				{
					name: 'rows',
					values: [
						{ name: 'name', default: '' },
						{ name: 'value', default: '' },
					],
				},
			],
			typeOptions: { multipleValues: true },
		},
		{
			displayName: 'Data (JSON)',
			name: 'parametersJson',
			type: 'json',
			default: '{}',
			displayOptions: { show: { parametersAs: ['json'] } },
		},
	]);
});
