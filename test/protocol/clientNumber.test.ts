import { clientNumberOf } from '../../nodes/CascadeMessaging/protocol/clientNumber';

it('is the same in every version of the package: another number would let a message through twice', () => {
	expect(clientNumberOf('order-42', '79000000001')).toBe('299296786389098');
});

it('differs by key and by phone', () => {
	const numbers = ['order-42', 'order-43', ' order-42', 'ORDER-42'].flatMap((key) =>
		['79000000001', '79000000002'].map((phone) => clientNumberOf(key, phone)),
	);
	expect(new Set(numbers).size).toBe(8);
});

it('takes a letter and an accent for the letter with the accent', () => {
	expect(clientNumberOf('заказ й'.normalize('NFD'), '7')).toBe(clientNumberOf('заказ й'.normalize('NFC'), '7'));
});

it('has 1 to 15 digits, is never zero, and fills the range evenly', () => {
	const numbers = Array.from({ length: 10_000 }, (_, index) => clientNumberOf(`order-${index}`, '79000000001'));
	for (const number of numbers) expect(number).toMatch(/^[1-9]\d{0,14}$/);
	expect(new Set(numbers).size).toBe(numbers.length);
	const inLowerHalf = numbers.filter((number) => Number(number) < 5e14).length;
	expect(inLowerHalf).toBeGreaterThan(4700);
	expect(inLowerHalf).toBeLessThan(5300);
});
