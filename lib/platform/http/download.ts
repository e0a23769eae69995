/** Where a procedure that answers with a file puts the file's name. */
export type Download = { resHeaders?: Headers | undefined };
