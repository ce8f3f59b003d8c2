import { Finder } from '../../../nodes/CascadeMessaging/protocol/codecs/finder';

describe('a finder', () => {
	it('finds the next place behind another one, and none behind the last', () => {
		const finder = new Finder('xaxxax', /a/g);
		expect([0, 1, 3, 4].map((index) => finder.after(index))).toEqual([1, 4, 4, Infinity]);
		expect(new Finder('xxa', /a/g).after(0)).toBe(2);
	});

	it('passes over places that are not right', () => {
		expect(new Finder('aXaXa', /a/g, (index) => index > 2).after(0)).toBe(4);
	});

	it('looks at no place twice as long as it is asked from ever further on', () => {
		const seen: number[] = [];
		const finder = new Finder('aaaab', /[ab]/g, (index) => {
			seen.push(index);
			return index === 4;
		});
		for (const index of [-1, 0, 1, 2, 3]) expect(finder.after(index)).toBe(4);
		expect(seen).toEqual([0, 1, 2, 3, 4]);
	});
});
