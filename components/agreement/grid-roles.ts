/**
 * Roles, written out: the table is a grid that arrow keys move in, and laid out as blocks on a phone it would lose its
 * own roles in some browsers.
 */
export const gridRoles = {
  grid: { role: "grid" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  gridcell: { role: "gridcell" },
};
