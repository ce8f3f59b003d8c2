import { attachDataFields, readAttachedData } from '../../../nodes/CascadeMessaging/operations/message/attachData';
import { refusalOf } from '../support/refusalOf';

const rows = (...values: unknown[]) => ({ attachData: { values } });

it('is nothing where nothing is attached', () => {
	for (const options of [{}, { attachData: undefined }, { attachData: 'text' }, { attachData: {} }, { attachDataJson: '' }]) {
		expect(readAttachedData(options)).toEqual({});
	}
});

it('is what the rows name: their values as they are, names without blanks around them', () => {
	expect(
		readAttachedData(rows({ name: ' contactId ', value: 42 }, { name: 7, value: { deep: true } }, { name: 'none', value: null })),
	).toEqual({
		contactId: 42,
		7: { deep: true },
		none: null,
	});
});

it('leaves out rows without a name, and what is no row', () => {
	expect(readAttachedData(rows({ name: ' ', value: 1 }, { value: 2 }, 'row', null))).toEqual({});
});

it('is what JSON in the same place holds, whose values the rows replace', () => {
	expect(
		readAttachedData({ attachData: { json: [{ json: '{"a": 1}' }, { json: { b: 2, c: 3 } }], values: [{ name: 'c', value: 4 }] } }),
	).toEqual({
		...{ a: 1, b: 2, c: 4 },
	});
	expect(readAttachedData({ attachData: { json: [{}, null, { json: '' }] } })).toEqual({});
	expect(refusalOf(() => readAttachedData({ attachData: { json: [{ json: '[1' }] } }))).toMatchObject({
		...{ code: 'valueNotReadable', field: 'Attach Data (JSON)' },
	});
});

it('takes a single row that is no list', () => {
	expect(readAttachedData({ attachData: { values: { name: 'a', value: 1 } } })).toEqual({ a: 1 });
});

it('is what the JSON option of workflows made before holds too, whose values the rows replace', () => {
	expect(readAttachedData({ attachDataJson: '{"a": 1, "b": 2}', ...rows({ name: 'b', value: 3 }) })).toEqual({ a: 1, b: 3 });
	expect(readAttachedData({ attachDataJson: { a: 1 } })).toEqual({ a: 1 });
});

it('is refused where a name is no text, or the JSON no object', () => {
	expect(refusalOf(() => readAttachedData(rows({ name: {}, value: 1 })))).toMatchObject({
		code: 'valueNotReadable',
		field: 'Attach Data Name',
	});
	expect(refusalOf(() => readAttachedData({ attachDataJson: '[1' }))).toEqual({
		code: 'valueNotReadable',
		field: 'Attach Data (JSON)',
		message: 'Attach Data (JSON) must be a JSON object such as {"contactId":42}.',
	});
});

it('is given in one place, as rows or as JSON; the option of before is offered to nobody', () => {
	expect(attachDataFields).toMatchObject([
		{
			name: 'attachData',
			type: 'fixedCollection',
			default: {},
			options: [
				{
					name: 'values',
					values: [
						{ name: 'name', default: '' },
						{ name: 'value', default: '' },
					],
				},
				{ name: 'json', values: [{ name: 'json', type: 'json', default: '{}' }] },
			],
		},
		{ name: 'attachDataJson', type: 'json', default: '{}', displayOptions: { show: { attachDataJson: [{ _cnd: { exists: true } }] } } },
	]);
});
