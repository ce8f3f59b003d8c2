/** What a contact list is called in sentences, and in the memory of a run. */
export function nameOfList(contactList: string): string {
	return `contact list ${contactList}`;
}
