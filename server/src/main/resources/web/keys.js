// The keyboard: "/" finds, "g" and a letter goes, "?" tells all. A page names its own keys with data-hotkey.
const places = [...document.querySelectorAll(".places a")];
const finder = document.getElementById("finder");
const search = finder.querySelector("input");
const keys = document.getElementById("keys");
let isGoing = false;

const isTyping = target => target.closest("input, select, textarea, [contenteditable]") !== null;

function find() {
    search.value = "";
    list();
    finder.showModal();
    search.focus();
}

function link(text, address) {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.textContent = text;
    item.append(anchor);
    return item;
}

function list() {
    const words = search.value.trim().toLowerCase();
    const found = places.filter(place => place.textContent.toLowerCase().includes(words))
        .map(place => link(place.textContent.trim(), place.href));
    if (words) {
        found.push(link(`Customers: ${search.value.trim()}`, `/customers?find=${encodeURIComponent(search.value.trim())}`));
    }
    finder.querySelector("ul").replaceChildren(...found);
}

function tell() {
    const rows = [["/", "Find or go to"], ["?", "These keys"]];
    document.querySelectorAll("[data-hotkey]").forEach(each =>
        rows.push([each.dataset.hotkey, each.getAttribute("aria-label") ?? each.textContent.trim()]));
    places.forEach(place => rows.push([`g ${place.dataset.key}`, place.textContent.trim()]));
    keys.querySelector("dl").replaceChildren(...rows.flatMap(([key, what]) => {
        const term = document.createElement("dt");
        const cap = document.createElement("kbd");
        cap.textContent = key;
        term.append(cap);
        const meaning = document.createElement("dd");
        meaning.textContent = what;
        return [term, meaning];
    }));
    keys.showModal();
}

search.addEventListener("input", list);
search.addEventListener("keydown", event => {
    if (event.key === "Enter") {
        finder.querySelector("li a")?.click();
    } else if (event.key === "ArrowDown") {
        finder.querySelector("li a")?.focus();
    }
});
document.addEventListener("click", event => {
    if (event.target.closest("[data-find]")) {
        find();
    } else if (event.target.closest("[data-keys]")) {
        tell();
    }
});

// On a narrow screen "More" closes when the reader turns to something else.
const more = document.querySelector("[data-more]");
document.addEventListener("click", event => {
    if (!more.contains(event.target)) {
        more.open = false;
    }
});
more.addEventListener("keydown", event => {
    if (event.key === "Escape") {
        more.open = false;
        more.querySelector("summary").focus();
    }
});
document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) {
        return;
    }
    if (isGoing) {
        isGoing = false;
        places.find(place => place.dataset.key === event.key)?.click();
    } else if (event.key === "/") {
        event.preventDefault();
        find();
    } else if (event.key === "?") {
        tell();
    } else if (event.key === "g") {
        isGoing = true;
    } else {
        const own = document.querySelector(`[data-hotkey="${CSS.escape(event.key)}"]`);
        if (own) {
            event.preventDefault();
            own.matches("input, select") ? own.focus() : own.click();
        }
    }
});
