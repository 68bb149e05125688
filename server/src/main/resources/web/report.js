// Reports: a form leaves out what is empty, arrows move in a heat map, and focus returns to the cell whose people were
// shown.
let left = "";

document.addEventListener("htmx:configRequest", event => {
    const given = event.detail.formData;
    [...given.keys()].filter(name => given.getAll(name).every(value => value === "")).forEach(name => given.delete(name));
});

function neighbour(cell, key) {
    const row = cell.closest("tr");
    const column = cell.closest("td").cellIndex;
    const rows = [...row.parentElement.rows];
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
    return rows[rows.indexOf(row) + down]?.cells[column + right]?.querySelector("a");
}

document.addEventListener("keydown", event => {
    const cell = event.target.closest(".heat a");
    if (cell && event.key.startsWith("Arrow")) {
        event.preventDefault();
        neighbour(cell, event.key)?.focus();
    }
});

document.addEventListener("htmx:afterSettle", () => {
    const open = document.querySelector("#report [aria-current='true']");
    const returned = [...document.querySelectorAll("#report a")].find(link => link.getAttribute("aria-label") === left);
    if (open) {
        left = open.getAttribute("aria-label") ?? "";
        open.focus({ preventScroll: true });
    } else if (returned) {
        left = "";
        returned.focus({ preventScroll: true });
    }
});
