// Draws the charts of a page from their blocks of data, in the colours of the theme. A click on a point leads to the
// people behind it. The library is fetched when a page has a chart.
const TONES = { pine: "--pine", clay: "--left", blue: "--hue-1", grey: "--line-3" };
const OTHERS = ["--hue-1", "--hue-2", "--hue-3", "--hue-4", "--hue-5", "--hue-6"];
const SIGNED = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const FORMATS = {
    count: new Intl.NumberFormat("en"),
    number: new Intl.NumberFormat("en", { maximumFractionDigits: 2 }),
    days: new Intl.NumberFormat("en", { maximumFractionDigits: 1, style: "unit", unit: "day", unitDisplay: "long" }),
    points: { format: value => `${SIGNED.format(100 * value)} pts` },
    share: new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1, style: "percent" }),
};
const AXIS_SHARE = new Intl.NumberFormat("en", { maximumFractionDigits: 1, style: "percent" });

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const minus = text => text.replace("-", "−");
const write = (measure, value) => minus(FORMATS[measure].format(value));
const writeAxis = (measure, value) => measure === "share" ? AXIS_SHARE.format(value) : write(measure, value);

function toned(data) {
    let others = 0;
    return data.series.map(series => ({
        ...series,
        colour: colour(series.tone === "other" ? OTHERS[others++ % OTHERS.length] : TONES[series.tone]),
    }));
}

// The tooltip as an element: text in it is text, and its look is a class.
function tip(data, series, index) {
    const box = document.createElement("div");
    box.className = "tip";
    const title = document.createElement("b");
    title.textContent = data.axis ? `${data.axis}: ${data.along[index]}` : data.along[index];
    box.append(title);
    const table = document.createElement("table");
    series.forEach((each, row) => {
        const isSoFar = each.values[index] === null;
        const value = isSoFar ? each.soFar[index] : each.values[index];
        if (value === null) {
            return;
        }
        const line = table.insertRow();
        const mark = line.insertCell();
        mark.innerHTML = `<svg width="8" height="8" aria-hidden="true"><circle cx="4" cy="4" r="4"></circle></svg>`;
        mark.querySelector("circle").setAttribute("fill", each.colour);
        line.insertCell().textContent = each.name;
        line.insertCell().textContent = write(data.measure, value) + (isSoFar ? " so far" : "");
        line.insertCell().textContent = each.low[index] === null
            ? "" : [each.low[index], each.high[index]].map(end => write(data.measure, end)).join(data.measure === "points" ? " to " : "–");
    });
    box.append(table);
    return box;
}

function hatched(hue) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 6;
    const pen = canvas.getContext("2d");
    pen.strokeStyle = hue;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.moveTo(-1, 7);
    pen.lineTo(7, -1);
    pen.moveTo(-1, 1);
    pen.lineTo(1, -1);
    pen.moveTo(5, 7);
    pen.lineTo(7, 5);
    pen.stroke();
    return { image: canvas, repeat: "repeat" };
}

function band(series) {
    // Of all signs: a band may begin below zero.
    const low = { type: "line", data: series.low, stack: `band ${series.name}`, stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
    const width = series.low.map((value, i) => value === null ? null : series.high[i] - value);
    return [low, { ...low, data: width, areaStyle: { color: series.colour, opacity: 0.15 } }];
}

// Shares end at a round one, and at the whole where they come near it.
function top(measure, series) {
    const most = Math.max(...series.flatMap(each => [...each.values, ...each.soFar, ...each.high]));
    if (measure !== "share") {
        return {};
    }
    return most > 0.7 ? { max: 1, interval: 0.25 } : { max: Math.ceil(most * 10.5) / 10 };
}

// Two lines are named where they end, unless their names would stand on each other, as those of more do.
const end = series => series.values.findLast(value => value !== null) ?? 0;
const isNamedAtEnd = series => series.length === 2
    && Math.abs(end(series[0]) - end(series[1])) > 0.08 * Math.max(...series.flatMap(each => each.values));

function lines(series) {
    return series.flatMap(each => [
        ...(series.length <= 2 && each.low.some(value => value !== null) ? band(each) : []),
        {
            type: "line", name: each.name, data: each.values, color: each.colour, lineStyle: { width: each.tone === "grey" ? 1.4 : 2 },
            symbol: "circle", symbolSize: 7, showSymbol: each.values.filter(value => value !== null).length < 2,
            endLabel: { show: isNamedAtEnd(series), formatter: each.name, color: each.tone === "grey" ? colour("--ink-3") : each.colour, fontWeight: 600 },
            emphasis: { disabled: true },
        },
        {
            type: "scatter", name: each.name, data: each.soFar, symbolSize: 8,
            itemStyle: { color: colour("--surface"), borderColor: each.colour, borderWidth: 2 }, emphasis: { disabled: true },
        },
    ]);
}

function bars(series, stack) {
    return series.map(each => ({
        type: "bar", name: each.name, color: each.colour, stack, barMaxWidth: 44, barCategoryGap: "30%", emphasis: { disabled: true },
        data: each.values.map((value, i) => value !== null || each.soFar[i] === null ? value : {
            value: each.soFar[i],
            itemStyle: { color: hatched(each.colour), borderColor: each.colour, borderWidth: 1.5 },
        }),
    }));
}

function legend(box, series) {
    const list = document.createElement("ul");
    list.className = "chart-legend";
    series.forEach(each => {
        const item = document.createElement("li");
        item.innerHTML = `<svg width="14" height="8" aria-hidden="true"><rect width="14" height="8" rx="2"></rect></svg>`;
        item.querySelector("rect").setAttribute("fill", each.colour);
        item.append(each.name);
        list.append(item);
    });
    if (series.some(each => each.soFar.some(value => value !== null))) {
        const item = document.createElement("li");
        item.innerHTML = `<svg width="14" height="8" aria-hidden="true"><rect x=".5" y=".5" width="13" height="7" rx="2" fill="none" stroke="currentColor" stroke-dasharray="2 2"></rect></svg>`;
        item.append("Still running");
        list.append(item);
    }
    box.parentElement.querySelector(".chart-legend")?.remove();
    box.before(list);
}

function options(data, series) {
    const isLines = data.kind === "lines";
    const isNarrow = innerWidth <= 760;
    const axisText = { color: colour("--ink-3"), fontSize: 12, fontFamily: "Inter" };
    return {
        animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
        animationDuration: 200,
        textStyle: { fontFamily: "Inter", fontSize: 12, color: colour("--ink-2") },
        grid: { left: 4, right: isLines && isNamedAtEnd(series) ? (isNarrow ? 90 : 150) : 16, top: data.notes.length > 0 ? 30 : 12, bottom: data.axis ? 26 : 4, containLabel: true },
        tooltip: {
            trigger: "axis", renderMode: "html", className: "tip-box", confine: true,
            axisPointer: { type: isLines ? "line" : "shadow", lineStyle: { color: colour("--line-3"), type: "solid" }, shadowStyle: { color: colour("--line"), opacity: 0.5 } },
            formatter: at => tip(data, series, at[0].dataIndex),
        },
        xAxis: {
            type: "category", data: data.along, boundaryGap: !isLines, name: data.axis, nameLocation: "middle", nameGap: 28, nameTextStyle: axisText,
            axisLabel: { ...axisText, hideOverlap: true }, axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: colour("--line-3") } },
        },
        yAxis: {
            type: "value", splitNumber: 4, minInterval: data.measure === "count" ? 1 : 0,
            ...top(data.measure, series),
            axisLabel: { ...axisText, formatter: value => writeAxis(data.measure, value) },
            splitLine: { lineStyle: { color: colour("--line") } },
        },
        series: isLines ? lines(series) : bars(series, data.kind === "flows" ? "all" : null),
    };
}

// As if a link beside the chart were clicked: within a report the report is swapped, not the page.
function follow(box, address) {
    const link = document.createElement("a");
    link.href = address;
    link.setAttribute("hx-boost", String(box.closest("#report") !== null));
    box.after(link);
    htmx.process(link);
    link.click();
}

// Notes stand behind the data at their true day, with their words where there is room and else with their letter.
function annotate(chart, data) {
    if (data.notes.length === 0) {
        return;
    }
    const grid = chart.getModel().getComponent("grid").coordinateSystem.getRect();
    const first = chart.convertToPixel({ xAxisIndex: 0 }, 0);
    const step = data.along.length > 1 ? chart.convertToPixel({ xAxisIndex: 0 }, 1) - first : grid.width;
    const shift = data.kind === "lines" ? 0 : 0.5; // a bar stands in the middle of its period
    const places = data.notes.map(note => Math.min(grid.x + grid.width, first + (note.at - shift) * step));
    const room = Math.min(...places.map((x, i) => (places[i + 1] ?? chart.getWidth()) - x));
    chart.setOption({
        graphic: data.notes.flatMap((note, i) => [
            {
                type: "line", id: `line ${i}`, silent: true, z: 0,
                shape: { x1: places[i], x2: places[i], y1: grid.y - 10, y2: grid.y + grid.height },
                style: { stroke: colour("--ink-3"), lineDash: [2, 3], lineWidth: 1 },
            },
            {
                type: "text", id: `text ${i}`, silent: true, z: 0, x: places[i] + 3, y: grid.y - 18,
                style: {
                    text: room > 150 ? `${note.letter} ${note.text}` : note.letter, fill: colour("--ink-2"),
                    font: "500 12px Inter", width: room > 150 ? room - 10 : 20, overflow: "truncate",
                },
            },
        ]),
    });
}

function save(id) {
    const box = document.querySelector(`[data-chart="${id}-data"]`);
    const link = document.createElement("a");
    link.download = `${document.title.split(" · ")[0]}.png`;
    link.href = globalThis.echarts.getInstanceByDom(box).getDataURL({ pixelRatio: 2, backgroundColor: colour("--surface") });
    link.click();
}

const dataOf = box => JSON.parse(document.getElementById(box.dataset.chart).textContent);

function draw(echarts, box) {
    const data = dataOf(box);
    const series = toned(data);
    const chart = echarts.getInstanceByDom(box) ?? echarts.init(box, null, { renderer: "canvas" });
    chart.setOption({ ...options(data, series), ...(box.closest("[data-still]") ? { animation: false } : {}) }, true);
    annotate(chart, data);
    if (!(data.kind === "lines" && isNamedAtEnd(series)) && (series.length > 1 || series[0].soFar.some(value => value !== null))) {
        legend(box, series);
    }
    chart.off("click");
    chart.on("click", at => {
        const address = series.find(each => each.name === at.seriesName)?.who[at.dataIndex];
        if (address) {
            follow(box, address);
        }
    });
    box.dataset.drawn = "true";
}

async function draws(which) {
    const boxes = [...document.querySelectorAll(which)];
    if (boxes.length > 0) {
        await import("./echarts.common.min.js");
        await document.fonts.ready;
        boxes.forEach(box => draw(globalThis.echarts, box));
    }
}

draws("[data-chart]");
document.addEventListener("theme", () => draws("[data-chart]"));
document.addEventListener("htmx:afterSettle", () => draws("[data-chart]:not([data-drawn])")); // the others stand still
document.addEventListener("click", event => {
    const button = event.target.closest("[data-png]");
    if (button) {
        save(button.dataset.png);
    }
});
let resizing = 0;
addEventListener("resize", () => {
    cancelAnimationFrame(resizing);
    resizing = requestAnimationFrame(() => document.querySelectorAll("[data-drawn]").forEach(box => {
        const chart = globalThis.echarts.getInstanceByDom(box);
        chart?.resize();
        annotate(chart, dataOf(box));
    }));
});
