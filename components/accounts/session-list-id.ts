/** Where focus goes when the button that was pressed is gone with its row. */
export const sessionListId = "sessions";
