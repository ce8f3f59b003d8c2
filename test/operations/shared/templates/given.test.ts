import { chosenIn, Given, MadeBy } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';

const both = ({ value, typed }: Given): unknown[] => [value, typed];

it('goes down value and typed together', () => {
	const given = new Given({ steps: [{ text: 'Hi, Anna' }, { text: 'Hi' }] }, { steps: [{ text: '=Hi, {{ x }}' }, { text: 'Hi' }] });
	const [first, second] = given.at('steps').list();

	expect(first && both(first.at('text'))).toEqual(['Hi, Anna', '=Hi, {{ x }}']);
	expect(second && both(second.at('text'))).toEqual(['Hi', 'Hi']);
	expect(first?.at('text').isMade).toBe(true);
	expect(second?.at('text').isMade).toBe(false);
});

it('what is below an expression was made by it, at any depth', () => {
	const given = new Given([{ rows: [{ name: 'a' }] }], '={{ $json.x }}');
	const [name] = given
		.list()
		.flatMap((one) => one.at('rows').list())
		.map((row) => row.at('name'));

	expect(name && both(name)).toEqual(['a', new MadeBy('={{ $json.x }}')]);
	expect(name?.isMade).toBe(true);
});

it('knows the fields of JSON text for made where an expression gave the text, and for fixed where none did', () => {
	const typed = (text: string) =>
		new Given(text, text)
			.readAs({ a: 1 })
			.entries()
			.map(([name, { value, isMade }]) => [name, value, isMade]);

	expect(typed('={"a": {{ 1 }}}')).toEqual([['a', 1, true]]);
	expect(typed('{"a": 1}')).toEqual([['a', 1, false]]);
});

it('a single value stands for a list of one, and nothing for none', () => {
	expect(new Given({ a: 1 }, { a: '=1' }).list().map(both)).toEqual([[{ a: 1 }, { a: '=1' }]]);
	expect(new Given(undefined, undefined).list()).toEqual([]);
	expect(new Given(['a'], undefined).list().map(both)).toEqual([['a', undefined]]);
});

it.each(['constructor', '__proto__', 'missing'])('has no field %s of its own', (name) => {
	expect(both(new Given({}, {}).at(name))).toEqual([undefined, undefined]);
	expect(both(new Given('text', 'text').at(name))).toEqual([undefined, undefined]);
});

it('has no entries when it is no object', () => {
	expect(new Given('ab', 'ab').entries()).toEqual([]);
	expect(new Given(['a'], undefined).entries()).toEqual([]);
});

it('the entries of a list are no parts of a text that was typed for it, and all made by the expression that gave it', () => {
	expect(new Given(['a', 'b'], 'typed').list().map(both)).toEqual([
		['a', undefined],
		['b', undefined],
	]);
	expect(new Given(['a', 'b'], null).list().map(both)).toEqual([
		['a', undefined],
		['b', undefined],
	]);
	expect(new Given(['a', 'b'], new MadeBy('={{ x }}')).list().map(({ isMade }) => isMade)).toEqual([true, true]);
});

it('what was chosen from a list or typed is read, and what was typed for it goes along', () => {
	const typed = { __rl: true, mode: 'name', value: '={{ $json.sender }}' };
	const chosen = chosenIn(new Given({ ...typed, value: 'MyShop' }, typed));
	expect([chosen.value, chosen.typed, chosen.isMade]).toEqual(['MyShop', '={{ $json.sender }}', true]);
	const plain = new Given('MyShop', 'MyShop');
	expect(chosenIn(plain)).toBe(plain);
	const other = new Given({ value: 'MyShop' }, undefined);
	expect(chosenIn(other)).toBe(other);
});
